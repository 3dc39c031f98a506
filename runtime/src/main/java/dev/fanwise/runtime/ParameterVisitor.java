package dev.fanwise.runtime;

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
   *     16-bit floats as {@link ParameterInfo#dataType()} says
   */
  void visit(ParameterInfo info, Object weights);
}
