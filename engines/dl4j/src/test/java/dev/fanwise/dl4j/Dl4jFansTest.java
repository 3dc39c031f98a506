package dev.fanwise.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The fans of docs/fans.md, by the numbers that are in DL4J's arrays. */
@Tag("native")
class Dl4jFansTest {
  private static ConvolutionLayer conv(int filters, int kernel, int stride) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nOut(filters)
        .stride(stride, stride)
        .build();
  }

  private static DepthwiseConvolution2D depthwise(int multiplier) {
    return new DepthwiseConvolution2D.Builder(3, 3)
        .depthMultiplier(multiplier)
        .nOut(64L * multiplier)
        .build();
  }

  static Stream<Arguments> layers() {
    InputType picture = InputType.convolutional(8, 8, 64);
    return Stream.of(
        layer(
            "1 dense",
            new DenseLayer.Builder().nOut(256).build(),
            "0_W",
            784,
            256,
            InputType.feedForward(784)),
        layer("2 conv", conv(64, 3, 1), "0_W", 27, 576, InputType.convolutional(8, 8, 3)),
        layer("3 conv 1x1", conv(64, 1, 1), "0_W", 256, 64, InputType.convolutional(8, 8, 256)),
        layer("4 conv stride 2", conv(128, 3, 2), "0_W", 576, 1152, picture),
        layer("6 depthwise", depthwise(1), "0_W", 9, 9, picture),
        layer("7 depthwise, multiplier 2", depthwise(2), "0_W", 9, 18, picture),
        layer(
            "8 transposed 4x4",
            new Deconvolution2D.Builder(4, 4).nOut(64).stride(2, 2).build(),
            "0_W",
            512,
            1024,
            InputType.convolutional(8, 8, 128)),
        layer(
            "9 transposed 3x3",
            new Deconvolution2D.Builder(3, 3).nOut(32).stride(2, 2).build(),
            "0_W",
            144,
            288,
            picture),
        layer(
            "10 embedding",
            new EmbeddingLayer.Builder().nIn(10000).nOut(64).build(),
            "0_W",
            64,
            10000,
            null),
        layer(
            "12 LSTM input",
            new LSTM.Builder().nOut(256).build(),
            "0_W",
            128,
            256,
            InputType.recurrent(128)),
        layer(
            "LSTM recurrent",
            new LSTM.Builder().nOut(100).build(),
            "0_RW",
            100,
            100,
            InputType.recurrent(128)),
        layer(
            "both directions",
            new Bidirectional(new SimpleRnn.Builder().nOut(90).build()),
            "0_bW",
            70,
            90,
            InputType.recurrent(70)),
        layer(
            "separable, depthwise",
            new SeparableConvolution2D.Builder(3, 3).nOut(96).depthMultiplier(2).build(),
            "0_W",
            9,
            18,
            picture),
        layer(
            "separable, pointwise",
            new SeparableConvolution2D.Builder(3, 3).nOut(96).depthMultiplier(2).build(),
            "0_pW",
            128,
            96,
            picture));
  }

  private static Arguments layer(
      String name, Layer layer, String parameter, double in, double out, InputType input) {
    return Arguments.of(name, layer, parameter, in, out, input);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void lawsAreThoseOfTheFanTable(
      String name, Layer layer, String parameter, double in, double out, InputType input) {
    NeuralNetConfiguration.ListBuilder builder =
        new NeuralNetConfiguration.Builder()
            .convolutionMode(ConvolutionMode.Same)
            .list()
            .layer(layer);
    if (input != null) {
      builder.setInputType(input);
    }
    MultiLayerNetwork net = new MultiLayerNetwork(builder.build());
    net.init();
    for (FanMode mode : List.of(FanMode.FAN_IN, FanMode.FAN_OUT, FanMode.FAN_AVG)) {
      ParameterInfo info = null;
      for (ParameterInfo drawn :
          FanwiseDl4j.initialize(
              net, 7, Rules.weights(Schemes.varianceScaling(1, mode, Distribution.UNIFORM)))) {
        info = drawn.name().equals(parameter) ? drawn : info;
      }
      assertEquals(in, info.fanIn(), name);
      assertEquals(out, info.fanOut(), name);
      INDArray weights = net.getParam(parameter);
      double fan = mode == FanMode.FAN_IN ? in : mode == FanMode.FAN_OUT ? out : (in + out) / 2;
      double bound = Math.sqrt(3 / fan);
      assertEquals(bound, weights.amaxNumber().doubleValue(), 0.02 * bound, name + " " + mode);
      double meanSquare = weights.mul(weights).meanNumber().doubleValue();
      assertEquals(1 / fan, meanSquare, 0.15 / fan, name + " " + mode);
    }
  }
}
