package dev.fanwise.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.engines.CopyOptions;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class DjlCopyTest {
  private static final Map<String, String> NAMES =
      Map.of("hidden", "01Linear_weight", "hiddenBias", "01Linear_bias");

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Block linear(DataType type) {
    Block block = new SequentialBlock().add(Linear.builder().setUnits(2).build());
    block.initialize(manager, type, new Shape(1, 3));
    return block;
  }

  private static ParameterInfo.Builder info(String name, int... shape) {
    return ParameterInfo.of(name, shape);
  }

  private static ParameterSource source(Map<ParameterInfo, Object> weights) {
    return visitor -> weights.forEach(visitor::visit);
  }

  private static Map<ParameterInfo, Object> model(Object hidden, Object bias) {
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    model.put(info("hidden", 2, 3).constant(0), hidden);
    model.put(info("hiddenBias", 2).constant(0), bias);
    return model;
  }

  private static NDArray array(Block block, String name) {
    return block.getParameters().get(name).getArray();
  }

  @Test
  void weightsGoInAndComeBack() {
    Block block = linear(DataType.FLOAT32);
    float[][] hidden = {{1, 2, 3}, {4, 5, 6}};
    List<String> written = FanwiseDjl.copy(source(model(hidden, new float[] {7, 8})), block, NAMES);
    assertEquals(List.of("01Linear_weight", "01Linear_bias"), written);
    assertArrayEquals(
        new float[] {1, 2, 3, 4, 5, 6}, array(block, "01Linear_weight").toFloatArray());
    float[][] back = new float[2][3];
    float[] bias = new float[2];
    FanwiseDjl.copy(block, source(model(back, bias)), NAMES);
    assertArrayEquals(hidden[1], back[1]);
    assertArrayEquals(new float[] {7, 8}, bias);
  }

  @Test
  void kernelsOfAnotherLayoutAreTurned() {
    Block block = linear(DataType.FLOAT32);
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    model.put(
        info("hidden", 3, 2).layout(Layout.IO, Connection.FORWARD, 1).constant(0),
        new float[] {1, 4, 2, 5, 3, 6});
    model.put(info("hiddenBias", 2).constant(0), new float[2]);
    FanwiseDjl.copy(source(model), block, NAMES);
    assertArrayEquals(
        new float[] {1, 2, 3, 4, 5, 6}, array(block, "01Linear_weight").toFloatArray());
  }

  @Test
  void aDepthwiseKernelOfKerasIsOneOfManyGroups() {
    Block block =
        Conv2d.builder()
            .setFilters(4)
            .setKernelShape(new Shape(1, 2))
            .optGroups(2)
            .optBias(false)
            .build();
    block.initialize(manager, DataType.FLOAT32, new Shape(1, 2, 4, 4));
    float[] keras = new float[8]; // [1, 2, in = 2, multiplier = 2]
    for (int i = 0; i < 8; i++) {
      keras[i] = i;
    }
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    model.put(
        info("weight", 1, 2, 2, 2).layout(Layout.IO, Connection.DEPTHWISE, 1).constant(0), keras);
    FanwiseDjl.copy(source(model), block, Map.of());
    // [out = in · 2 + m, 1, 1, k]: tap k of output c·2 + m is at k·4 + c·2 + m.
    assertArrayEquals(new float[] {0, 4, 1, 5, 2, 6, 3, 7}, array(block, "weight").toFloatArray());
  }

  @Test
  void allDifferencesAreInOneMessageAndNothingIsWritten() {
    Block block = linear(DataType.FLOAT32);
    float[] before = array(block, "01Linear_weight").toFloatArray();
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    model.put(info("hidden", 3, 2).constant(0), new float[6]);
    model.put(info("hiddenBais", 2).constant(0), new double[2]);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> FanwiseDjl.copy(source(model), block, NAMES));
    assertEquals(
        "the model does not fit the block, 4 times:\n"
            + "  hidden is [3, 2] (layout OI, FORWARD) in the model, and 01Linear_weight is [2, 3]"
            + " (layout OI, FORWARD) in the block\n"
            + "  names has hiddenBias, which the model has not. Did you mean hiddenBais?\n"
            + "  hiddenBais is in the model, but not in the block\n"
            + "  01Linear_bias is in the block, but not in the model",
        e.getMessage());
    assertArrayEquals(before, array(block, "01Linear_weight").toFloatArray());
  }

  @Test
  void halfFloatsCrossAsBits() {
    Block block = linear(DataType.FLOAT16);
    short[] bits = {0x3C01, (short) 0xBC02, 0x0001, 0x7BFF, 0x3555, (short) 0x8000};
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    model.put(info("hidden", 2, 3).dataType(dev.fanwise.runtime.DataType.F16).constant(0), bits);
    model.put(
        info("hiddenBias", 2).dataType(dev.fanwise.runtime.DataType.F16).constant(0), new short[2]);
    FanwiseDjl.copy(source(model), block, NAMES);
    short[] inside = new short[6];
    array(block, "01Linear_weight").toByteBuffer().asShortBuffer().get(inside);
    assertArrayEquals(bits, inside);
    model.replaceAll((info, array) -> new short[(int) info.elements()]);
    FanwiseDjl.copy(block, source(model), NAMES);
    assertArrayEquals(bits, (short[]) model.values().iterator().next());
  }

  @Test
  void narrowingRoundsOnceAndOnlyOnRequest() {
    Block block = linear(DataType.FLOAT16);
    // A tie: 1 + 2⁻¹¹ is between 1 and 1 + 2⁻¹⁰, and goes to the even one; DJL takes it up.
    float[] hidden = {1 + 0x1p-11f, 1 + 0x3p-11f, 65520f, 1e-8f, 2, 3};
    Map<ParameterInfo, Object> model = model(hidden, new float[2]);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> FanwiseDjl.copy(source(model), block, NAMES));
    assertEquals(
        "the model does not fit the block, 2 times:\n"
            + "  hidden is F32, and F16 holds less: CopyOptions.narrow() rounds\n"
            + "  hiddenBias is F32, and F16 holds less: CopyOptions.narrow() rounds",
        e.getMessage());
    FanwiseDjl.copy(source(model), block, CopyOptions.names(NAMES).narrow());
    short[] inside = new short[6];
    array(block, "01Linear_weight").toByteBuffer().asShortBuffer().get(inside);
    assertArrayEquals(new short[] {0x3C00, 0x3C02, 0x7C00, 0, 0x4000, 0x4200}, inside);
  }

  @Test
  void runningStatisticsMayStayAlone() {
    Block block = Nets.resNet();
    block.initialize(manager, DataType.FLOAT32, Nets.PICTURES);
    Map<ParameterInfo, Object> model = new LinkedHashMap<>();
    FanwiseDjl.parameters(block)
        .visitParameters(
            (info, weights) -> {
              if (!info.name().contains("running")) {
                model.put(info, new float[(int) info.elements()]);
              }
            });
    FanwiseDjl.copy(source(model), block, Map.of());
    assertEquals(0, array(block, "01Conv2d_weight").abs().max().getFloat());
  }
}
