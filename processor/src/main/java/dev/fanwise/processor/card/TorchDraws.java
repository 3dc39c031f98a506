package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.SparsePattern;
import dev.fanwise.runtime.TorchGenerator;

/** Draws of PyTorch's numbers, each parameter's after those of the one before it. */
final class TorchDraws implements StreamDraws {
  private final TorchGenerator generator;

  TorchDraws(long seed) {
    this.generator = TorchGenerator.seeded(seed);
  }

  @Override
  public void fill(ParameterPlan parameter, Tensor tensor, long elements) {
    Runnable filling =
        parameter
            .law()
            .accept(
                new Law.Cases<Runnable>(
                    constant -> () -> tensor.constant(constant.value()),
                    uniform ->
                        () ->
                            generator.uniform(
                                tensor.sink(),
                                elements,
                                uniform.low().value(),
                                uniform.high().value()),
                    normal ->
                        () ->
                            generator.normal(
                                tensor.sink(), elements, normal.mean(), normal.std().value()),
                    cut ->
                        () -> {
                          double std = cut.std().value();
                          generator.truncatedNormal(
                              tensor.sink(),
                              elements,
                              cut.mean(),
                              std,
                              cut.mean() + cut.lower() * std,
                              cut.mean() + cut.upper() * std);
                        },
                    structured -> () -> fill(structured, tensor, elements),
                    symbolic -> StreamDraws::unknown));
    filling.run();
  }

  private void fill(Law.Structured law, Tensor tensor, long elements) {
    if (!law.isRandom()) {
      law.pattern().fill(tensor.sink(), 0, elements, 0);
      return;
    }
    // Of what depends on the seed PyTorch has no other kernel.
    SparsePattern sparse = (SparsePattern) law.pattern();
    generator.sparse(tensor.sink(), sparse.rows, sparse.columns, sparse.zeros, sparse.entryStd);
  }
}
