package dev.fanwise.card;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.json.CardJson;
import dev.fanwise.card.live.LiveModel;
import dev.fanwise.card.page.CardPage;
import dev.fanwise.card.text.CardText;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The card of a model: what its weights are, by their laws and as they are, and what in them may be
 * a mistake.
 *
 * <pre>{@code
 * ModelCard card = ModelCard.of(visitor -> NetInitializer.visitParameters(net, visitor));
 * card.print(System.out);
 * card.write(Path.of("net.html"));
 * }</pre>
 *
 * <p>A card holds figures and no weights: what happens to the model later does not change it.
 */
public final class ModelCard {
  private static final String NAME = "Model";

  private final Card card;

  private ModelCard(Card card) {
    this.card = card;
  }

  /**
   * The card of a live model. Every weight is read, and nothing is changed.
   *
   * @param source the model's parameters with their arrays; null arrays are said to be missing
   * @throws IllegalArgumentException if an array is no storage of weights
   */
  public static ModelCard of(ParameterSource source) {
    return of(NAME, source);
  }

  /**
   * As {@link #of(ParameterSource)}.
   *
   * @param name what the card calls the model
   */
  public static ModelCard of(String name, ParameterSource source) {
    return new ModelCard(LiveModel.of(name, source));
  }

  /**
   * The card of parameters that nobody holds, however large: the first elements of each are drawn,
   * 100,000 at most and sixteen million of all together.
   */
  public static ModelCard of(List<LazyParameter> parameters) {
    return of(NAME, parameters);
  }

  /**
   * As {@link #of(List)}.
   *
   * @param name what the card calls the model
   */
  public static ModelCard of(String name, List<LazyParameter> parameters) {
    return new ModelCard(LiveModel.of(name, parameters));
  }

  /**
   * This card with another beside it, as of the same model before it was trained or read: for each
   * parameter whether its bits changed, its figures before and after, and both histograms. They
   * belong together by the names of parameters.
   *
   * @param before the other card
   */
  public ModelCard beside(ModelCard before) {
    return new ModelCard(card.beside(before.card));
  }

  /** What may be a mistake, the most serious first; empty if nothing is suspicious. */
  public List<Suspicion> suspicions() {
    return card.suspicions().stream()
        .map(
            one ->
                new Suspicion(
                    one.id().text(),
                    one.parameters().stream()
                        .map(number -> card.parameters().get(number - 1).name())
                        .toList(),
                    one.text(),
                    one.advice()))
        .toList();
  }

  /**
   * Writes the card as a page of HTML that needs nothing else.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path page) throws IOException {
    Files.writeString(page, CardPage.of(card), StandardCharsets.UTF_8);
  }

  /**
   * Writes the card as JSON, by {@code docs/schema/model-card-1.schema.json}.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeJson(Path file) throws IOException {
    Files.writeString(file, CardJson.of(card), StandardCharsets.UTF_8);
  }

  /**
   * Prints the card as a table. The first line names the most serious suspicion, or says that there
   * is none.
   */
  public void print(PrintStream out) {
    out.print(toString());
    out.flush();
  }

  /** Prints the card on the terminal. */
  public void print() {
    print(System.out);
  }

  /** What {@link #print(PrintStream)} prints. */
  @Override
  public String toString() {
    return CardText.of(card);
  }
}
