package dev.fanwise.card.figures;

import dev.fanwise.card.model.Model;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model as a reader wants to see it: of this the page and the JSON are made.
 *
 * @param model what it is of
 * @param parameters its parameters with their figures, in the model's order
 * @param reference what its layers are measured against
 * @param suspicions what is legal but may be a mistake
 */
public record Card(
    Model model, List<ParameterCard> parameters, Reference reference, List<Suspicion> suspicions) {
  public Card {
    parameters = List.copyOf(parameters);
    suspicions = List.copyOf(suspicions);
  }

  /** Works out all figures of a model. */
  public static Card of(Model model) {
    List<ParameterCard> parameters = new ArrayList<>();
    for (Parameter parameter : model.parameters()) {
      parameters.add(figures(parameters.size() + 1, parameter));
    }
    Reference reference = judge(parameters);
    Card card = new Card(model, parameters, reference, List.of());
    return new Card(model, parameters, reference, new Suspicions(card).all());
  }

  private static ParameterCard figures(int number, Parameter parameter) {
    Moments moments = parameter.law().isKnown() ? Moments.of(parameter) : null;
    Sample sample =
        parameter.sample().isDrawn() && !moments.allowStatistics()
            ? Sample.none("its numbers are so large or small that no double holds their squares")
            : parameter.sample();
    Density density = sample.isDrawn() ? Density.of(parameter) : null;
    return new ParameterCard(
        number,
        parameter,
        moments,
        null,
        density == null ? null : Drawn.of(sample.values(), density),
        sample.reason(),
        density);
  }

  /** Measures each layer against the gain that most have. */
  private static Reference judge(List<ParameterCard> parameters) {
    List<Optional<Layer>> layers = parameters.stream().map(one -> Layer.of(one.of())).toList();
    Reference reference = Reference.of(layers.stream().flatMap(Optional::stream).toList());
    int last = -1;
    for (int i = 0; i < parameters.size(); i++) {
      last = parameters.get(i).module() == null && parameters.get(i).isLayer() ? i : last;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (layers.get(i).isPresent()) {
        Verdict verdict = Verdict.of(layers.get(i).get(), reference, i == last);
        parameters.set(i, parameters.get(i).with(verdict));
      }
    }
    return reference;
  }

  /** The model's own parameters whose sizes are known. */
  public List<ParameterCard> sized() {
    return parameters.stream().filter(one -> one.module() == null && one.elements() >= 0).toList();
  }

  /** How many of its own parameters have sizes that are known at run time only. */
  public long unsized() {
    return parameters.stream().filter(one -> one.module() == null && one.elements() < 0).count();
  }

  /** The elements of its own parameters, as far as they are known. */
  public long elements() {
    return sized().stream().mapToLong(ParameterCard::elements).sum();
  }

  /** Their bytes. */
  public long bytes() {
    return sized().stream().mapToLong(ParameterCard::bytes).sum();
  }

  /** The parameters whose standard deviation is measured. */
  public List<ParameterCard> layers() {
    return parameters.stream().filter(one -> one.verdict() != null).toList();
  }
}
