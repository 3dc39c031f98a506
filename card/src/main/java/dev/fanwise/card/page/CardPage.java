package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Suspicion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A card as one page of HTML that needs nothing else, and is forbidden to load or run anything
 * else.
 */
public final class CardPage {
  private static final String STYLE = resource("card.css");
  private static final String SCRIPT = resource("card.js");
  private static final String SCRIPT_HASH = sha256(SCRIPT);

  private final Card card;
  private final Markup html = new Markup();

  private CardPage(Card card) {
    this.card = card;
  }

  /** The text of the file. */
  public static String of(Card card) {
    return new CardPage(card).write();
  }

  private String write() {
    html.markup("<!DOCTYPE html>\n").open("html", "lang", "en");
    writeHead();
    html.open("body").newLine();
    html.element("a", "Skip to the parameters", "class", "skip", "href", "#parameters").newLine();
    writeHeader();
    html.open("main").newLine();
    Articles articles = new Articles(card);
    writeWarnings(articles);
    OutlineSection.write(card, articles, html);
    GainChart.write(card, articles, html);
    BesideSection.write(card, articles, html);
    ParameterTable.write(card, articles, html);
    ParameterSections.write(card, articles, html);
    if (card.model().source() != null) {
      SourceListing.write(card, html);
    }
    html.close().newLine();
    html.open("script").markup(SCRIPT).close();
    html.close().close().newLine();
    return html.toString();
  }

  private void writeHead() {
    html.open("head").single("meta", "charset", "utf-8").newLine();
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-"
            + SCRIPT_HASH
            + "'; base-uri 'none'; form-action 'none'";
    html.single("meta", "http-equiv", "Content-Security-Policy", "content", policy).newLine();
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.single("link", "rel", "icon", "href", "data:,").newLine();
    html.element("title", card.model().name() + ": weight card").newLine();
    html.open("style").markup(STYLE).close();
    html.close().newLine();
  }

  private void writeHeader() {
    html.open("header").element("p", "Weight card", "class", "kicker");
    html.open("h1").name(card.model().name()).close();
    html.open("p", "class", "sub");
    if (!card.model().className().equals(card.model().name())) {
      html.element("code", card.model().className()).text(" · ");
    }
    html.text(origin()).close();
    html.open("dl", "class", "totals");
    total("parameters", Figures.count(card.parameters().size()));
    if (card.unsized() < card.parameters().size()) {
      total(
          card.unsized() == 0 ? "weights" : "weights, as far as known",
          Figures.count(card.elements()));
      total("in memory", Figures.bytes(card.bytes()));
    }
    if (card.unsized() > 0) {
      total("of a size or number known at run time", Figures.count(card.unsized()));
    }
    total(
        card.suspicions().size() == 1 ? "warning" : "warnings",
        Figures.count(card.suspicions().size()));
    html.close();
    html.open("nav", "aria-label", "On this page");
    if (OutlineSection.isWorthIt(card)) {
      link("#outline", "Outline");
    }
    link("#std", "Std by layer");
    if (card.before() != null) {
      link("#beside", "Before and after");
    }
    link("#parameters", "Parameters");
    if (!card.parameters().isEmpty()) {
      link("#draws", "Laws and weights");
    }
    if (card.model().source() != null) {
      link("#source", "Source");
    }
    html.close().close().newLine();
  }

  private String origin() {
    return switch (card.model().origin()) {
      case COMPILED -> card.model().engine() + " stream · drawn at seed " + card.model().seed();
      case LIVE -> "a model in memory, its weights as they are";
      case LAZY -> "lazy parameters, the first elements of each drawn";
      case FILE -> "a checkpoint, its weights as they are";
    };
  }

  private void total(String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  private void link(String address, String text) {
    html.element("a", text, "href", address);
  }

  private void writeWarnings(Articles articles) {
    if (card.suspicions().isEmpty()) {
      return;
    }
    html.open("section", "id", "warnings", "aria-labelledby", "warnings-title");
    html.element("h2", "Legal, but look twice", "id", "warnings-title").open("ul");
    for (Suspicion suspicion : card.suspicions()) {
      html.open("li");
      if (suspicion.parameters().isEmpty()) {
        html.element("strong", suspicion.text());
      } else {
        html.open("a", "href", articles.link(suspicion.parameters().get(0)));
        html.element("strong", suspicion.text()).close();
      }
      html.text(" " + suspicion.advice()).close();
    }
    html.close().close().newLine();
  }

  private static String resource(String name) {
    try (InputStream stream = CardPage.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
