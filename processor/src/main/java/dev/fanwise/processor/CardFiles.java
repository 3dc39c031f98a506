package dev.fanwise.processor;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.json.CardJson;
import dev.fanwise.card.page.CardPage;
import dev.fanwise.processor.card.CardBuilder;
import dev.fanwise.processor.card.Modules;
import dev.fanwise.processor.plan.InitializerPlan;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Writes a model's card beside its class, as a page and as JSON. */
record CardFiles(Output output, CardModules modules, long seed) {
  private static final String FOLDER = "META-INF/fanwise/";

  /**
   * Writes both files.
   *
   * @param plan the model's plan
   * @param source the text of the generated class
   * @param origin the model: the one element that the files come from
   */
  void write(InitializerPlan plan, String source, TypeElement origin) throws IOException {
    Modules.Known known =
        modules
            .of(origin)
            .orElse(new Modules.Known(plan, Map.of(), any -> new Modules.Held.Unreadable()));
    Card card = Card.of(CardBuilder.of(known, source, seed));
    write(card.model().className() + ".html", CardPage.of(card), origin);
    write(card.model().className() + ".json", CardJson.of(card), origin);
  }

  private void write(String name, String text, TypeElement origin) throws IOException {
    try (Writer writer =
        new OutputStreamWriter(
            output.resource(FOLDER + name, origin).openOutputStream(), StandardCharsets.UTF_8)) {
      writer.write(text);
    }
  }
}
