package dev.fanwise.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.core.Prelu;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import dev.fanwise.HalfPrecision;
import dev.fanwise.adapt.FitReport;
import dev.fanwise.adapt.Lsuv;
import dev.fanwise.engines.Geometry;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("native")
class FanwiseDjlTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static Block mlp() {
    return new SequentialBlock()
        .add(Linear.builder().setUnits(6).build())
        .add(Activation.reluBlock())
        .add(Linear.builder().setUnits(2).build());
  }

  private Block ready(Block block, long... input) {
    block.initialize(manager, DataType.FLOAT32, new Shape(input));
    return block;
  }

  private static float[] floats(Block block, String name) {
    return block.getParameters().get(name).getArray().toFloatArray();
  }

  @Test
  void elementsAreThoseOfTheSameParameterDrawnByFill() {
    Block block = ready(mlp(), 1, 5);
    List<ParameterInfo> drawn = FanwiseDjl.initialize(block, 42);
    assertEquals(
        List.of("01Linear_weight", "01Linear_bias", "03Linear_weight", "03Linear_bias"),
        drawn.stream().map(ParameterInfo::name).toList());
    for (Pair<String, Parameter> pair : block.getParameters()) {
      NDArray array = pair.getValue().getArray();
      float[] expected = new float[(int) array.size()];
      float bound = (float) (1 / Math.sqrt(pair.getKey().startsWith("01") ? 5 : 6));
      long key = Keys.fold(42, Keys.id(pair.getKey()));
      Fill.uniform(expected, 0, expected.length, key, 0, -bound, bound);
      assertArrayEquals(expected, array.toFloatArray(), pair.getKey());
    }
  }

  @Test
  void deferredInPlaceAndWithShapesAreTheSame() {
    Rules rules = Rules.weights(Schemes.orthogonal(1));
    Block inPlace = ready(mlp(), 1, 5);
    FanwiseDjl.initialize(inPlace, 3, rules);
    Block deferred = mlp();
    assertTrue(FanwiseDjl.initialize(deferred, 3, rules).isEmpty());
    ready(deferred, 1, 5);
    Block withShapes = mlp();
    FanwiseDjl.initialize(withShapes, 3, rules, manager, DataType.FLOAT32, new Shape(1, 5));
    for (String name : inPlace.getParameters().keys()) {
      assertArrayEquals(floats(inPlace, name), floats(deferred, name), name);
      assertArrayEquals(floats(inPlace, name), floats(withShapes, name), name);
    }
  }

  @Test
  void trainersInitialiseADeferredBlock() {
    Block block = mlp();
    FanwiseDjl.initialize(block, 3, Rules.pytorch());
    try (Model model = Model.newInstance("mlp")) {
      model.setBlock(block);
      try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()))) {
        trainer.initialize(new Shape(1, 5));
        Block other = ready(mlp(), 1, 5);
        FanwiseDjl.initialize(other, 3);
        for (String name : block.getParameters().keys()) {
          assertArrayEquals(floats(other, name), floats(block, name), name);
        }
      }
    }
  }

  @Test
  void numbersAreWrittenIntoTheEnginesOwnMemory() {
    Block block = ready(mlp(), 1, 5);
    NDArray weights = block.getParameters().get("01Linear_weight").getArray();
    assertNotNull(Memory.shared(weights));
    try (NDArray turned = weights.transpose()) {
      assertNull(Memory.shared(turned));
    }
  }

  @Test
  void whatIsNotInOnePieceIsWrittenByACopy() {
    NDArray turned = manager.zeros(new Shape(3, 2)).transpose();
    float[] values = {1, 2, 3, 4, 5, 6};
    new Memory(turned, dev.fanwise.runtime.DataType.F32).write(values);
    assertArrayEquals(values, turned.toFloatArray());
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("a residual block", (Supplier<Block>) Nets::resNet, Nets.PICTURES),
        Arguments.of("a transformer block", (Supplier<Block>) Nets::transformer, Nets.SENTENCES),
        Arguments.of("an LSTM", (Supplier<Block>) Nets::lstm, Nets.SENTENCES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void firstStepsOfATrainingRepeatToTheBit(String name, Supplier<Block> net, Shape inputs) {
    float[] losses = Nets.losses(net.get(), inputs, 42, Rules.pytorch(), 5);
    assertArrayEquals(losses, Nets.losses(net.get(), inputs, 42, Rules.pytorch(), 5));
    assertNotEquals(losses[0], Nets.losses(net.get(), inputs, 43, Rules.pytorch(), 1)[0]);
    assertTrue(losses[4] < losses[0], name + ": " + losses[0] + " to " + losses[4]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void momentsAndElementsAreThoseThatAreTold(String name, Supplier<Block> net, Shape inputs) {
    Block block = net.get();
    block.initialize(manager, DataType.FLOAT32, inputs);
    FanwiseDjl.initialize(block, 1);
    Rules rules =
        Rules.weights(Schemes.kaiming(dev.fanwise.FanMode.FAN_OUT, dev.fanwise.Nonlinearity.RELU));
    for (ParameterInfo info : FanwiseDjl.initialize(block, 42, rules)) {
      float[] values = floats(block, info.name());
      if (info.fanIn() < 0) {
        continue;
      }
      float[] expected = new float[values.length];
      assertEquals(Math.sqrt(2 / info.fanOut()), info.std(), 1e-9, info.name());
      long key = Keys.fold(42, Keys.id(info.name()));
      Fill.normal(expected, 0, expected.length, key, 0, 0, (float) info.std());
      assertArrayEquals(expected, values, info.name());
    }
  }

  @Test
  void fansOfATransformerAndAnLstmAreThoseOfTheirMatrices() {
    Block block = Nets.transformer();
    block.initialize(manager, DataType.FLOAT32, Nets.SENTENCES);
    int matrices = 0;
    for (ParameterInfo info : FanwiseDjl.initialize(block, 1)) {
      if (info.name().contains("Projection_weight")) {
        assertEquals(16, info.fanIn(), info.name());
        assertEquals(16, info.fanOut(), info.name());
        assertEquals(info.name().contains("result") ? "KaimingInit" : "XavierInit", info.scheme());
        matrices++;
      }
    }
    assertEquals(4, matrices);
    Block lstm = Nets.lstm();
    lstm.initialize(manager, DataType.FLOAT32, Nets.SENTENCES);
    for (ParameterInfo info : FanwiseDjl.initialize(lstm, 1)) {
      if (info.name().contains("LSTM")) {
        assertEquals(1 / Math.sqrt(12), info.high(), 1e-12, info.name());
      }
      if (info.name().contains("h2h_WEIGHT")) {
        assertEquals(12, info.fanIn(), info.name());
      }
    }
  }

  @Test
  void rulesAreForLayersNamesAndKindsAndTheLastOneCounts() {
    Block block = Nets.resNet();
    block.initialize(manager, DataType.FLOAT32, Nets.PICTURES);
    float[] mean = floats(block, "02ParallelBlock_01SequentialBlock_02BatchNorm_runningMean");
    Rules rules =
        Rules.pytorch()
            .layers(LayerKind.CONVOLUTION, Schemes.constant(1))
            .names("02*05BatchNorm_gamma", Schemes.zeros())
            .parameters(ParameterKind.BIAS, Schemes.constant(3))
            .names("01*", Schemes.constant(2))
            .keep("05Linear_weight");
    float[] kept = floats(block, "05Linear_weight");
    List<ParameterInfo> drawn = FanwiseDjl.initialize(block, 1, rules);
    assertEquals(2, floats(block, "01Conv2d_weight")[0]);
    assertEquals(1, floats(block, "02ParallelBlock_01SequentialBlock_01Conv2d_weight")[0]);
    assertEquals(0, floats(block, "02ParallelBlock_01SequentialBlock_05BatchNorm_gamma")[0]);
    assertEquals(1, floats(block, "02ParallelBlock_01SequentialBlock_02BatchNorm_gamma")[0]);
    assertEquals(3, floats(block, "05Linear_bias")[0]);
    assertArrayEquals(kept, floats(block, "05Linear_weight"));
    assertArrayEquals(
        mean, floats(block, "02ParallelBlock_01SequentialBlock_02BatchNorm_runningMean"));
    assertFalse(drawn.stream().anyMatch(info -> info.name().contains("running")));
  }

  @Test
  void halfFloatsHaveTheBitsOfFill() {
    Block block = mlp();
    FanwiseDjl.initialize(block, 5, Rules.pytorch(), manager, DataType.FLOAT16, new Shape(1, 5));
    NDArray weights = block.getParameters().get("01Linear_weight").getArray();
    short[] bits = new short[30];
    weights.toByteBuffer().asShortBuffer().get(bits);
    short[] expected = new short[30];
    double bound = 1 / Math.sqrt(5);
    Schemes.uniform(-bound, bound)
        .on(6, 5)
        .into(expected, 0, 30, Keys.fold(5, Keys.id("01Linear_weight")), 0, HalfPrecision.FP16);
    assertArrayEquals(expected, bits);
  }

  @Test
  void streamsMayHaveTheNamesOfAModel() {
    Block block = ready(mlp(), 1, 5);
    Rules rules =
        Rules.weights(Schemes.xavier())
            .streams(Map.of("01Linear_weight", "hidden", "03Linear_weight", "layers.2.weight"));
    FanwiseDjl.initialize(block, 42, rules);
    float[] expected = new float[30];
    Schemes.xavier().on(6, 5).into(expected, 0, 30, Keys.fold(42, Keys.id("hidden")), 0);
    assertArrayEquals(expected, floats(block, "01Linear_weight"));
    float[] nested = new float[12];
    long list = Keys.fold(Keys.fold(42, Keys.id("layers")), 2);
    Schemes.xavier().on(2, 6).into(nested, 0, 12, Keys.fold(list, Keys.id("weight")), 0);
    assertArrayEquals(nested, floats(block, "03Linear_weight"));
  }

  /** A layer of somebody's own. */
  private static final class Mixer extends AbstractBlock {
    private Mixer() {
      addParameter(
          Parameter.builder()
              .setName("kernel")
              .setType(Parameter.Type.WEIGHT)
              .optShape(new Shape(4, 3))
              .build());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      return inputs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      return inputs;
    }
  }

  @Test
  void whatCannotBeReadIsSaidAllAtOnceBeforeAnythingIsWritten() {
    Block block =
        ready(
            new SequentialBlock()
                .add(Linear.builder().setUnits(6).build())
                .add(new Mixer())
                .add(new Mixer()),
            1,
            5);
    float[] before = floats(block, "01Linear_weight");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> FanwiseDjl.initialize(block, 1, Rules.pytorch().keep("01Linear_wieght")));
    assertEquals(
        "the block cannot be initialised, 3 times:\n"
            + "  no parameter's name fits \"01Linear_wieght\". Did you mean 01Linear_weight?\n"
            + "  02Mixer_kernel[4, 3] of Mixer: Fanwise does not know how Mixer uses it; say how it"
            + " connects with geometry(\"02Mixer_kernel\", Geometry.outIn(4, 3)) or its like, take"
            + " another scheme with names(\"02Mixer_kernel\", ...), or leave it with"
            + " keep(\"02Mixer_kernel\")\n"
            + "  03Mixer_kernel[4, 3] of Mixer: Fanwise does not know how Mixer uses it; say how it"
            + " connects with geometry(\"03Mixer_kernel\", Geometry.outIn(4, 3)) or its like, take"
            + " another scheme with names(\"03Mixer_kernel\", ...), or leave it with"
            + " keep(\"03Mixer_kernel\")",
        e.getMessage());
    assertArrayEquals(before, floats(block, "01Linear_weight"));
    List<ParameterInfo> drawn =
        FanwiseDjl.initialize(
            block,
            1,
            Rules.pytorch()
                .geometry("02*", Geometry.inOut(4, 3))
                .names("03*", Schemes.normal(0, 0.02)));
    assertEquals(4, drawn.get(2).fanIn());
    assertEquals(0.02, drawn.get(3).std());
  }

  @Test
  void aBlockThatIsUsedTwiceIsDrawnOnce() {
    Linear shared = Linear.builder().setUnits(5).build();
    Block block = ready(new SequentialBlock().add(shared).add(shared), 1, 5);
    List<ParameterInfo> drawn = FanwiseDjl.initialize(block, 1);
    assertEquals(
        List.of("01Linear_weight", "01Linear_bias"),
        drawn.stream().map(ParameterInfo::name).toList());
  }

  @Test
  void preluHasTheSlopeOfPyTorch() {
    Block block = new SequentialBlock().add(new Prelu());
    FanwiseDjl.initialize(block, 1, Rules.pytorch(), manager, DataType.FLOAT32, new Shape(1, 3));
    assertEquals(0.25f, floats(block, "01Prelu_alpha")[0]);
  }

  @Test
  void anInitialiserOfDjlsDrawsTheStreamThatItWasGiven() {
    FanwiseInitializer initializer = new FanwiseInitializer(Schemes.xavier(), 42, "hidden");
    float[] expected = new float[30];
    Schemes.xavier().on(6, 5).into(expected, 0, 30, Keys.fold(42, Keys.id("hidden")), 0);
    Linear linear = Linear.builder().setUnits(6).build();
    linear.setInitializer(initializer, Parameter.Type.WEIGHT);
    ready(linear, 1, 5);
    assertArrayEquals(expected, floats(linear, "weight"));
  }

  @Test
  void lsuvFitsABlockInItsOwnMemory() {
    Block block =
        ready(
            new SequentialBlock()
                .add(Linear.builder().setUnits(32).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(32).build()),
            1,
            16);
    FanwiseDjl.initialize(block, 7, Rules.weights(Schemes.normal(0, 0.01)));
    NDArray batch = manager.arange(64f * 16).reshape(64, 16).mul(0.37f).sin();
    ParameterStore store = new ParameterStore(manager, false);
    FitReport report =
        Lsuv.of(FanwiseDjl.parameters(block))
            .fit(
                observer -> {
                  NDList at = new NDList(batch);
                  for (Pair<String, Block> child : block.getChildren()) {
                    at = child.getValue().forward(store, at, false);
                    if (child.getValue() instanceof Linear) {
                      float[] outputs = at.head().toFloatArray();
                      observer.layer(child.getKey() + "_weight", outputs, 0, outputs.length, 32);
                    }
                  }
                });
    assertEquals(2, report.layers().size());
    NDArray outputs = block.forward(store, new NDList(batch), false).head();
    double mean = outputs.mean().getFloat();
    assertEquals(1, outputs.square().mean().getFloat() - mean * mean, 0.03);
  }
}
