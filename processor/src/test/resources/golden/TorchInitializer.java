package golden;

import dev.fanwise.FanwiseGenerated;
import dev.fanwise.runtime.Allocation;
import dev.fanwise.runtime.Checks;
import dev.fanwise.runtime.IndexedLists;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ModelPath;
import dev.fanwise.runtime.OutOfMemory;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Shards;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.TorchGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javax.annotation.processing.Generated;

/**
 * Initialises the weights of {@link Torch}.
 *
 * <p>The bits are those of PyTorch 2.13 on a CPU, drawn from one generator in the order of the
 * fields. So they depend on that order, and no part of a parameter can be drawn alone.
 *
 * <p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is
 * thrown if an array does not fit its shape, two weights share memory, or a submodule is null.
 */
@Generated("dev.fanwise.processor.FanwiseProcessor")
@FanwiseGenerated
final class TorchInitializer {
  private TorchInitializer() {}

  /** Fills every weight of a model and its submodules; fields that are null are given arrays. */
  public static Torch initialize(Torch model, long seed) {
    check(model, "Torch");
    try {
      draw(model, TorchGenerator.seeded(seed));
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, "Torch", visitor -> visitParameters(model, visitor));
    }
    return model;
  }

  /** The same on a pool's threads; an interrupt ends it by a {@code CancellationException}. */
  public static Torch initialize(Torch model, long seed, ForkJoinPool pool) {
    check(model, "Torch");
    Shards.fill(pool, "Torch", lazyParameters(model, seed),
        visitor -> visitParameters(model, visitor));
    return model;
  }

  /**
   * Fills {@code hidden}, shape [64, 28]: {@code @XavierInit}, uniform.
   *
   * <pre>
   * fan_in 28, fan_out 64, gain 1
   * std = gain * sqrt(2 / (fan_in + fan_out)) = sqrt(2 / 92) = 0.14744195615489714
   * bound = sqrt(3) * std = 0.25537695922762454
   * </pre>
   *
   * <p>PyTorch's numbers follow each other, so no method fills a part of it.
   */
  public static void fillHidden(float[] hidden, TorchGenerator generator) {
    Checks.flat("Torch", "hidden", hidden, 1792, "[64, 28]");
    generator.uniform(Sink.of(hidden, 0), 1792, -0.25537695922762454, 0.25537695922762454);
  }

  /** Fills {@code hiddenBias}, shape [64]: {@code @ZerosInit}, all 0. */
  public static void fillHiddenBias(float[] hiddenBias, TorchGenerator generator) {
    Checks.flat("Torch", "hiddenBias", hiddenBias, 64, "[64]");
    Arrays.fill(hiddenBias, 0f);
  }

  private static void fillTorch_HeadWeight(float[][] weight, TorchGenerator generator) {
    Checks.nested("Torch.Head", "weight", weight, 10, 64);
    generator.normal(Sink.nested(weight, 10, 64), 640, 0.0, 0.1767766952966369);
  }

  private static void fillTorch_HeadBias(float[] bias, TorchGenerator generator) {
    Checks.flat("Torch.Head", "bias", bias, 10, "[10]");
    generator.uniform(Sink.of(bias, 0), 10, -0.125, 0.125);
  }

  /**
   * What a model is made of, in the order of its fields; names begin with the way to submodules.
   */
  public static List<ParameterInfo> parameters(Torch model) {
    List<ParameterInfo> parameters = new ArrayList<>();
    visitParameters(model, ParameterVisitor.listing(parameters));
    return Collections.unmodifiableList(parameters);
  }

  /** The number of a model's weights. */
  public static long parameterCount(Torch model) {
    return ParameterInfo.count(parameters(model));
  }

  /** Hands out each parameter and the array that holds it, in the order of {@code parameters}. */
  public static void visitParameters(Torch model, ParameterVisitor visitor) {
    check(model, ModelPath.ofVisit("Torch", model));
    if (visitor.wantsArrays()) {
      allocateFields(model);
    }
    visitor.visit(infoOfHidden(), model.hidden);
    visitor.visit(infoOfHiddenBias(), model.hiddenBias);
    ParameterVisitor headsVisitor = visitor.within("heads");
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      Torch_HeadInitializer.visitParameters(headsList.get(i), headsVisitor.within(i));
    }
  }

  private static ParameterInfo infoOfHidden() {
    return ParameterInfo.of("hidden", 64, 28).scheme("XavierInit").fans(28, 64)
        .uniform(0.14744195615489714, -0.25537695922762454, 0.25537695922762454);
  }

  private static ParameterInfo infoOfHiddenBias() {
    return ParameterInfo.of("hiddenBias", 64).scheme("ZerosInit").constant(0.0);
  }

  /** Gives arrays to fields that are null, as {@code initialize} does. */
  public static Torch allocate(Torch model) {
    check(model, "Torch");
    Allocation.of("Torch", visitor -> visitParameters(model, visitor));
    return model;
  }

  /** Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}. */
  public static List<LazyParameter> lazyParameters(Torch model, long seed) {
    check(model, ModelPath.ofVisit("Torch", model));
    LazyParameters lazy = new LazyParameters(parameters(model));
    list(model, seed, lazy);
    return lazy.list();
  }

  /** Checks what {@code initialize} checks; for models that hold this one. */
  public static void check(Torch model, CharSequence path) {
    ModelPath here = ModelPath.of(path, model);
    Checks.ifPresent(here, "hidden", model.hidden, 1792, "[64, 28]");
    Checks.ifPresent(here, "hiddenBias", model.hiddenBias, 64, "[64]");
    ModelPath headsPath = here.field("heads").required(model.heads);
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      Torch_HeadInitializer.check(headsList.get(i), headsPath.element(i).to(headsList.get(i)));
    }
  }

  /** Fills the weights of a checked model; for models that hold this one. */
  public static void draw(Torch model, TorchGenerator generator) {
    allocateFields(model);
    fillHidden(model.hidden, generator);
    fillHiddenBias(model.hiddenBias, generator);
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      drawTorch_Head(headsList.get(i), generator);
    }
  }

  private static void allocateFields(Torch model) {
    model.hidden = model.hidden != null ? model.hidden : new float[1792];
    model.hiddenBias = model.hiddenBias != null ? model.hiddenBias : new float[64];
  }

  private static void drawTorch_Head(Torch.Head model, TorchGenerator generator) {
    allocateFieldsTorch_Head(model);
    fillTorch_HeadWeight(model.weight, generator);
    fillTorch_HeadBias(model.bias, generator);
  }

  private static void allocateFieldsTorch_Head(Torch.Head model) {
    model.weight = model.weight != null ? model.weight : new float[10][64];
    model.bias = model.bias != null ? model.bias : new float[10];
  }

  /** Adds what {@code lazyParameters} lists; for models that hold this one. */
  public static void list(Torch model, long seed, LazyParameters lazy) {
    lazy.torch(seed, () -> new float[1792], (weights, generator) -> fillHidden(weights, generator));
    lazy.floats((into, offset, from, count) -> {
      Arrays.fill(into, offset, offset + count, 0f);
    });
    var headsList = IndexedLists.of(model.heads);
    for (int i = 0; i < headsList.size(); i++) {
      listTorch_Head(headsList.get(i), seed, lazy);
    }
  }

  private static void listTorch_Head(Torch.Head unused, long seed, LazyParameters lazy) {
    lazy.torch(seed, () -> new float[10][64], (weights, generator) ->
        fillTorch_HeadWeight(weights, generator));
    lazy.torch(seed, () -> new float[10], (weights, generator) ->
        fillTorch_HeadBias(weights, generator));
  }
}
