package dev.fanwise.runtime;

import java.util.List;

/**
 * Receives the parameters of a model one after the other: what an optimiser, an exporter or a test
 * needs to walk a model without reflection. Generated classes call it from {@code visitParameters}.
 */
@FunctionalInterface
public interface ParameterVisitor {
  /**
   * Receives one parameter.
   *
   * @param info its path in the model, shape, type and law
   * @param weights the model's own storage, not a copy: a {@code float[]}, {@code double[]}, nested
   *     arrays of these, a {@code FloatBuffer} or {@code DoubleBuffer}, or a {@code short[]} of
   *     16-bit floats as {@link ParameterInfo#dataType()} says; null if the field is null
   */
  void visit(ParameterInfo info, Object weights);

  /**
   * A visitor for a model that this visitor's model holds: names begin with the way to it.
   *
   * @param path a field's name, or a key of a map
   */
  default ParameterVisitor within(String path) {
    ParameterVisitor holder = this;
    return new ParameterVisitor() {
      @Override
      public void visit(ParameterInfo info, Object weights) {
        holder.visit(info.within(path), weights);
      }

      @Override
      public boolean wantsArrays() {
        return holder.wantsArrays();
      }
    };
  }

  /**
   * Whether fields that are null are given arrays before they are visited, as {@code allocate} does
   * it: for weights that are to be read. Without this they stay null.
   */
  default boolean wantsArrays() {
    return false;
  }

  /**
   * A visitor that lists what it is given.
   *
   * @param parameters where the descriptions are added
   */
  static ParameterVisitor listing(List<ParameterInfo> parameters) {
    return (info, weights) -> parameters.add(info);
  }

  /** A visitor for a model in an array or list that this visitor's model holds. */
  default ParameterVisitor within(int index) {
    return within(Integer.toString(index));
  }
}
