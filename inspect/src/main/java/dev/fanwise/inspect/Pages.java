package dev.fanwise.inspect;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes pages where the user wants them, and opens them. */
final class Pages {
  private final Path folder;
  private final boolean opens;
  private final PrintWriter print;

  /**
   * @param folder where pages go, or null for a new folder among the temporary ones
   */
  Pages(Path folder, boolean opens, PrintWriter print) {
    this.folder = folder;
    this.opens = opens;
    this.print = print;
  }

  /** Writes cards; their pages lead to each other. */
  void write(List<Card> cards) throws IOException {
    Set<String> there = cards.stream().map(Card::model).collect(Collectors.toSet());
    Path into =
        folder == null
            ? Files.createTempDirectory("fanwise-inspect")
            : Files.createDirectories(folder);
    List<Path> pages = new ArrayList<>();
    for (Card card : cards) {
      Files.writeString(into.resolve(card.model() + ".json"), card.text(), StandardCharsets.UTF_8);
      if (card.page() == null) {
        print.println("There is no page of " + card.model() + " beside its JSON, and no class.");
      } else {
        Path page = into.resolve(card.model() + ".html");
        Files.writeString(page, living(card, there), StandardCharsets.UTF_8);
        pages.add(page);
        print.println(page);
      }
    }
    print.flush();
    if (opens) {
      open(pages);
    }
  }

  /** A page whose links lead to what is there: a class of another jar has no page here. */
  private static String living(Card card, Set<String> there) {
    String page = card.page();
    for (String model : card.submodules()) {
      if (!there.contains(model)) {
        String file = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        page =
            page.replaceAll("<a href=\"\\./" + Pattern.quote(file) + "\\.html\">(.*?)</a>", "$1");
      }
    }
    return page;
  }

  private void open(List<Path> pages) throws IOException {
    boolean canOpen =
        !GraphicsEnvironment.isHeadless()
            && Desktop.isDesktopSupported()
            && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
    if (!canOpen) {
      print.println("There is no browser to open here; open the files above in one.");
      return;
    }
    for (Path page : pages) {
      Desktop.getDesktop().browse(page.toUri());
    }
  }
}
