package dev.fanwise.card.figures;

import dev.fanwise.card.model.Model;
import dev.fanwise.card.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as a reader wants to see it: of this the page and the JSON are made.
 *
 * @param model what it is of, without its elements
 * @param parameters its parameters with their figures, in the model's order
 * @param reference what its layers are measured against
 * @param suspicions what is legal but may be a mistake, the most serious first
 * @param before the card of the same model at another time, or null
 */
public record Card(
    Model model,
    List<ParameterCard> parameters,
    Reference reference,
    List<Suspicion> suspicions,
    Card before) {
  public Card {
    parameters = List.copyOf(parameters);
    suspicions = List.copyOf(suspicions);
  }

  /** Works out all figures of a model. */
  public static Card of(Model model) {
    List<ParameterCard> parameters = new ArrayList<>();
    for (Parameter parameter : model.parameters()) {
      parameters.add(ParameterCard.of(parameters.size() + 1, parameter));
    }
    return of(model, parameters);
  }

  /**
   * The card of a model whose elements have been measured.
   *
   * @param parameters its parameters in order
   */
  public static Card of(Model model, List<ParameterCard> parameters) {
    Judge judge = new Judge(parameters);
    List<ParameterCard> judged =
        parameters.stream().map(one -> one.with(judge.verdict(one))).toList();
    Card card = new Card(model, judged, judge.reference(), List.of(), null);
    return new Card(model, judged, judge.reference(), new Suspicions(card).all(), null);
  }

  /** The same card beside that of another time. */
  public Card beside(Card earlier) {
    return new Card(model, parameters, reference, suspicions, earlier);
  }

  /**
   * How many parameters have sizes that are known at run time only, or how often there are such.
   */
  public long unsized() {
    return parameters.stream().filter(one -> !one.isCounted()).count();
  }

  /** The elements of its parameters, as far as they are known. */
  public long elements() {
    return parameters.stream()
        .filter(ParameterCard::isCounted)
        .mapToLong(ParameterCard::elements)
        .sum();
  }

  /** Their bytes. */
  public long bytes() {
    return parameters.stream()
        .filter(ParameterCard::isCounted)
        .mapToLong(ParameterCard::bytes)
        .sum();
  }

  /** The parameters whose standard deviation is measured. */
  public List<ParameterCard> layers() {
    return parameters.stream().filter(one -> one.verdict() != null).toList();
  }

  /** Whether anything of a parameter is suspicious. */
  public boolean isSuspicious(ParameterCard one) {
    return suspicions.stream().anyMatch(it -> it.parameters().contains(one.number()));
  }

  /** What is suspicious of a parameter. */
  public List<Suspicion> about(ParameterCard one) {
    return suspicions.stream().filter(it -> it.parameters().contains(one.number())).toList();
  }
}
