package dev.fanwise.runtime;

/**
 * The parameters of one model, ready to be walked: {@code visitor ->
 * MlpInitializer.visitParameters(model, visitor)}.
 */
@FunctionalInterface
public interface ParameterSource {
  /** Hands every parameter to the visitor, one after the other, on the calling thread. */
  void visitParameters(ParameterVisitor visitor);
}
