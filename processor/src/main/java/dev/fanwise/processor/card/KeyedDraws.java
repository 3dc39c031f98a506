package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;

/** Draws where an element depends on its parameter's key and on its index. */
abstract class KeyedDraws implements StreamDraws {
  @Override
  public final void fill(ParameterPlan parameter, Tensor tensor, long count) {
    long key = key(parameter);
    ElementType type = parameter.elementType();
    Runnable filling =
        parameter
            .law()
            .accept(
                new Law.Cases<Runnable>(
                    constant -> () -> tensor.constant(constant.value()),
                    uniform ->
                        () ->
                            uniform(
                                tensor,
                                key,
                                Tensor.drawnAs(uniform.low().value(), type),
                                Tensor.drawnAs(uniform.high().value(), type)),
                    normal ->
                        () ->
                            normal(
                                tensor,
                                key,
                                Tensor.drawnAs(normal.mean(), type),
                                Tensor.drawnAs(normal.std().value(), type)),
                    cut -> () -> truncatedNormal(tensor, key, cut),
                    structured -> () -> structured.pattern().fill(tensor.sink(), 0, count, key),
                    symbolic -> StreamDraws::unknown));
    filling.run();
  }

  abstract long key(ParameterPlan parameter);

  abstract void uniform(Tensor tensor, long key, double low, double high);

  abstract void normal(Tensor tensor, long key, double mean, double std);

  abstract void truncatedNormal(Tensor tensor, long key, Law.TruncatedNormal cut);
}
