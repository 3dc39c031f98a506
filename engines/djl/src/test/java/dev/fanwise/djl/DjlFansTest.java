package dev.fanwise.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv2dTranspose;
import ai.djl.nn.core.Linear;
import ai.djl.nn.core.LinearCollection;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.IdEmbedding;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fans of docs/fans.md, by the numbers that are in DJL's arrays. */
@Tag("native")
class DjlFansTest {
  private static Conv2d conv(int filters, int kernel, int stride, int groups) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optGroups(groups)
        .optBias(true)
        .build();
  }

  private static Conv2dTranspose transposed(int filters, int kernel, int stride, int groups) {
    return Conv2dTranspose.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optGroups(groups)
        .build();
  }

  static Stream<Arguments> layers() {
    return Stream.of(
        layer("1 dense", Linear.builder().setUnits(256).build(), 784, 256, 8, 784),
        layer("2 conv", conv(64, 3, 1, 1), 27, 576, 1, 3, 8, 8),
        layer("3 conv 1x1", conv(64, 1, 1, 1), 256, 64, 1, 256, 8, 8),
        layer("4 conv stride 2", conv(128, 3, 2, 1), 576, 1152, 1, 64, 8, 8),
        layer("5 conv, 4 groups", conv(64, 3, 1, 4), 144, 144, 1, 64, 8, 8),
        layer("6 depthwise", conv(64, 3, 1, 64), 9, 9, 1, 64, 8, 8),
        layer("7 depthwise, multiplier 2", conv(128, 3, 1, 64), 9, 18, 1, 64, 8, 8),
        layer("8 transposed 4x4", transposed(64, 4, 2, 1), 512, 1024, 1, 128, 8, 8),
        layer("9 transposed 3x3", transposed(32, 3, 2, 1), 144, 288, 1, 64, 8, 8),
        layer("transposed, 4 groups", transposed(64, 4, 2, 4), 128, 256, 1, 128, 8, 8),
        layer(
            "10 embedding",
            new IdEmbedding.Builder().setDictionarySize(10000).setEmbeddingSize(64).build(),
            64,
            10000,
            1,
            8),
        layer(
            "12 LSTM input",
            LSTM.builder().setStateSize(256).setNumLayers(1).build(),
            128,
            256,
            1,
            4,
            128),
        layer(
            "GRU input", GRU.builder().setStateSize(64).setNumLayers(1).build(), 96, 64, 1, 4, 96),
        layer(
            "conv of one dimension",
            Conv1d.builder().setFilters(64).setKernelShape(new Shape(5)).build(),
            160,
            320,
            1,
            32,
            9),
        layer(
            "a matrix for each place",
            LinearCollection.builder().setUnits(40).build(),
            60,
            40,
            1,
            7,
            60));
  }

  private static Arguments layer(String name, Block block, double in, double out, long... input) {
    return Arguments.of(name, block, in, out, new Shape(input));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void lawsAreThoseOfTheFanTable(String name, Block block, double in, double out, Shape input) {
    try (NDManager manager = NDManager.newBaseManager()) {
      block.initialize(manager, DataType.FLOAT32, input);
      for (FanMode mode : List.of(FanMode.FAN_IN, FanMode.FAN_OUT, FanMode.FAN_AVG)) {
        List<ParameterInfo> drawn =
            FanwiseDjl.initialize(
                block, 7, Rules.weights(Schemes.varianceScaling(1, mode, Distribution.UNIFORM)));
        ParameterInfo info = drawn.get(0);
        assertEquals(in, info.fanIn(), name);
        assertEquals(out, info.fanOut(), name);
        NDArray weights = block.getParameters().get(0).getValue().getArray();
        double fan = mode == FanMode.FAN_IN ? in : mode == FanMode.FAN_OUT ? out : (in + out) / 2;
        double largest = weights.abs().max().getFloat();
        double bound = Math.sqrt(3 / fan);
        assertEquals(bound, largest, 0.02 * bound, name + " " + mode);
        double meanSquare = weights.square().mean().getFloat();
        assertEquals(1 / fan, meanSquare, 0.15 / fan, name + " " + mode);
      }
    }
  }
}
