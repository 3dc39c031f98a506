package dev.fanwise.checkpoint;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How a file's tensors become a model's weights; immutable: each method gives options of its own.
 */
public final class ReadOptions {
  /** The model's name for a tensor of a file. */
  interface Naming {
    String modelName(String fileName);
  }

  /** Which of the model's parameters are transposed. */
  interface Choice {
    boolean isChosen(String modelName);
  }

  private final Naming naming;
  private final Choice transposed;
  private final boolean ignoresExtra;
  private final boolean allowsMissing;
  private final boolean narrows;

  private ReadOptions(
      Naming naming,
      Choice transposed,
      boolean ignoresExtra,
      boolean allowsMissing,
      boolean narrows) {
    this.naming = naming;
    this.transposed = transposed;
    this.ignoresExtra = ignoresExtra;
    this.allowsMissing = allowsMissing;
    this.narrows = narrows;
  }

  /**
   * Each parameter has one tensor of its name and shape, and each tensor a parameter. Types may be
   * wider in the model than in the file.
   */
  public static ReadOptions strict() {
    return new ReadOptions(name -> name, name -> false, false, false, false);
  }

  /**
   * Sets other names.
   *
   * @param fileToModel the model's names by those of the file; what is not there has one name
   */
  public ReadOptions names(Map<String, String> fileToModel) {
    Map<String, String> names = Collections.unmodifiableMap(new HashMap<>(fileToModel));
    return withNaming(
        name -> {
          String other = names.get(name);
          return other == null ? name : other;
        });
  }

  /**
   * Sets other names; needs Android's API level 24.
   *
   * @param fileToModel gives the model's name for one of the file, or null for a tensor that is to
   *     be left out
   */
  @NewerAndroid(24)
  public ReadOptions names(UnaryOperator<String> fileToModel) {
    Objects.requireNonNull(fileToModel, "fileToModel");
    return withNaming(fileToModel::apply);
  }

  private ReadOptions withNaming(Naming other) {
    return new ReadOptions(other, transposed, ignoresExtra, allowsMissing, narrows);
  }

  /** Leaves out tensors that the model has no parameter for. */
  public ReadOptions ignoreExtra() {
    return new ReadOptions(naming, transposed, true, allowsMissing, narrows);
  }

  /** Leaves parameters as they are that the file has no tensor for. */
  public ReadOptions allowMissing() {
    return new ReadOptions(naming, transposed, ignoresExtra, true, narrows);
  }

  /**
   * Transposes matrices, and turns kernels from one layout into the other: {@code [out, in, k...]}
   * into {@code [k..., in, out]}, or back, as the model's {@code @Shape} has it. Needs Android's
   * API level 24.
   *
   * @param modelNames says of which parameters, by the model's names
   */
  @NewerAndroid(24)
  public ReadOptions transpose(Predicate<String> modelNames) {
    Objects.requireNonNull(modelNames, "modelNames");
    return new ReadOptions(naming, modelNames::test, ignoresExtra, allowsMissing, narrows);
  }

  /** Lets types be narrower in the model than in the file: each number is rounded once. */
  public ReadOptions narrow() {
    return new ReadOptions(naming, transposed, ignoresExtra, allowsMissing, true);
  }

  /** The model's name of a tensor, or null for none. */
  String modelName(String fileName) {
    return naming.modelName(fileName);
  }

  boolean isTransposed(String modelName) {
    return transposed.isChosen(modelName);
  }

  boolean ignoresExtra() {
    return ignoresExtra;
  }

  boolean allowsMissing() {
    return allowsMissing;
  }

  boolean narrows() {
    return narrows;
  }
}
