package dev.fanwise.processor.card;

import dev.fanwise.RandomEngine;
import java.util.List;

/**
 * A model as a reader wants to see it: plain data, of which the page and the JSON are made.
 *
 * @param className the model's binary name
 * @param name its name as one says it
 * @param initializer the qualified name of the generated class
 * @param engine the random stream
 * @param seed the seed of the draws
 * @param parameters its parameters in order; after them those of submodules that share its stream
 * @param submodules its fields with submodules
 * @param reference what its layers are measured against
 * @param suspicions what is legal but may be a mistake
 * @param source the generated class
 */
public record ModelCard(
    String className,
    String name,
    String initializer,
    RandomEngine engine,
    long seed,
    List<ParameterCard> parameters,
    List<SubmoduleCard> submodules,
    Reference reference,
    List<Suspicion> suspicions,
    String source) {
  public ModelCard {
    parameters = List.copyOf(parameters);
    submodules = List.copyOf(submodules);
    suspicions = List.copyOf(suspicions);
  }

  ModelCard with(List<Suspicion> others) {
    return new ModelCard(
        className,
        name,
        initializer,
        engine,
        seed,
        parameters,
        submodules,
        reference,
        others,
        source);
  }

  /** The model's own parameters whose sizes are known. */
  List<ParameterCard> sized() {
    return parameters.stream().filter(one -> one.module() == null && one.elements() >= 0).toList();
  }

  /** How many of its own parameters have sizes that are known at run time only. */
  long unsized() {
    return parameters.stream().filter(one -> one.module() == null && one.elements() < 0).count();
  }

  /** The elements of its own parameters, as far as they are known. */
  long elements() {
    return sized().stream().mapToLong(ParameterCard::elements).sum();
  }

  /** Their bytes. */
  long bytes() {
    return sized().stream().mapToLong(ParameterCard::bytes).sum();
  }

  /** The parameters whose standard deviation is measured. */
  List<ParameterCard> layers() {
    return parameters.stream().filter(one -> one.verdict() != null).toList();
  }
}
