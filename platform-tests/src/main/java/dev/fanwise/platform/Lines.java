package dev.fanwise.platform;

import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;

/** Receives the checksums, one a line. */
public abstract class Lines {
  /** Receives one checksum and what it is of. */
  protected abstract void line(String name, long checksum);

  /** A line for each parameter of a model: its weights in all bits. */
  public final void weights(String model, ParameterSource parameters) {
    parameters.visitParameters(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object weights) {
            line(model + "." + info.name(), new Checksum().add(weights).value());
          }
        });
  }

  /** One line for all that a model is made of: weights, shapes, fans and laws. */
  public final void whole(String model, ParameterSource parameters) {
    Checksum checksum = new Checksum();
    parameters.visitParameters(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object weights) {
            checksum.add(info).add(weights);
          }
        });
    line(model, checksum.value());
  }
}
