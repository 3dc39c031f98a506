package dev.fanwise.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.card.ModelCard;
import dev.fanwise.card.Suspicion;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@link LargePage}, without a browser. */
class LargeCardTest {
  @Test
  void aPageThatABrowserOpens(@TempDir Path folder) throws IOException {
    List<LazyParameter> parameters = LargePage.parameters();
    assertTrue(parameters.size() > 1990, () -> parameters.size() + " parameters");
    long weights = parameters.stream().mapToLong(LazyParameter::elements).sum();
    assertTrue(weights > 6_500_000_000L, () -> weights + " weights");

    ModelCard card = ModelCard.of("Large", parameters);
    assertEquals(
        List.of("layers.7.mlp.up"),
        card.suspicions().stream().map(Suspicion::parameter).toList(),
        () -> card.suspicions().toString());
    Path page = folder.resolve("large.html");
    card.write(page);
    assertTrue(Files.size(page) < 5_000_000, () -> page.toFile().length() + " bytes");

    String text = Files.readString(page);
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(text);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), id.group(1));
    }
    Matcher link = Pattern.compile("<a href=\"#([^\"]*)\"").matcher(text);
    while (link.find()) {
      assertTrue(ids.contains(link.group(1)), link.group(1));
    }
    assertTrue(text.contains("<bdi>8 … 180</bdi>"), "blocks that are alike are one line");
  }
}
