package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.fanwise.processor.harness.Convolution;
import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.EveryWay;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemes under which a layer passes its input on, each layer applied to a signal. */
class PassingSchemesTest {
  private static final long SEED = 3;
  private static final double GAIN = 0.3;

  @Test
  void identityPassesInputsOn() {
    assertPasses(Layers.dense(), "@IdentityInit(gain = 0.3)");
  }

  @Test
  void diracPassesInputsOn() {
    assertPasses(Layers.convolutions(), "@DiracInit(gain = 0.3)");
  }

  private static void assertPasses(List<Layer> layers, String scheme) {
    EveryKind kinds = Layers.compile(layers, scheme);
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] weights = kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED);
      Convolution convolution = new Convolution(layer, weights);
      double[][] signal = convolution.signal(i);
      double[][] result = convolution.apply(signal);
      int rows = layer.rows();
      int columns = layer.columns();
      for (int output = 0; output < result.length; output++) {
        // Output d of each part of a group is the group's input d, or nothing.
        int group = output / (rows * layer.parts());
        int d = output % rows;
        double[] expected = new double[signal[0].length];
        for (int place = 0; place < expected.length && d < columns; place++) {
          expected[place] = GAIN * signal[group * columns + d][place];
        }
        assertArrayEquals(expected, result[output], 1e-15, layer + " output " + output);
      }
      EveryWay.check(kinds, Layers.name(i), weights, layer.dimensions(), SEED);
    }
  }

  /** The loop of {@code torch.nn.init.dirac_}, index for index. */
  @ParameterizedTest
  @CsvSource({"6,4,1", "4,6,1", "8,2,4", "8,3,2", "1,1,1", "9,1,9"})
  void diracIsTorchs(int outputs, int inputs, int groups) {
    List<Layer> layers =
        List.of(
            Layer.of(outputs, inputs, 4).groups(groups),
            Layer.of(outputs, inputs, 3, 2).groups(groups),
            Layer.of(outputs, inputs, 1, 5, 3).groups(groups));
    EveryKind kinds = Layers.compile(layers, "@DiracInit");
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] expected = new double[layer.elements()];
      int outputsPerGroup = outputs / groups;
      for (int g = 0; g < groups; g++) {
        for (int d = 0; d < Math.min(outputsPerGroup, inputs); d++) {
          int element = (g * outputsPerGroup + d) * inputs + d;
          for (int length : layer.kernel()) {
            element = element * length + length / 2;
          }
          expected[element] = 1;
        }
      }
      assertArrayEquals(
          expected, kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED), layer::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"12,4,1,1", "12,3,2,0.1", "5,1,0,-2", "6,6,5,0", "1,1,0,3"})
  void forgetGateIsOneBlock(int length, int gates, int gate, double value) {
    String scheme = "@ForgetGateInit(gates = %s, forgetGate = %s, value = %s)";
    EveryKind kinds =
        new EveryKind()
            .add("b", "@Shape(" + length + ") " + scheme.formatted(gates, gate, value), 1)
            .compile();
    int units = length / gates;
    double[] expected =
        IntStream.range(0, length).mapToDouble(i -> i / units == gate ? value : 0).toArray();
    EveryWay.check(kinds, "b", expected, new int[] {length}, SEED);
  }

  @Test
  void forgetGateInSeveralDimensionsIsABlockOfRows() {
    String scheme = "@ForgetGateInit(gates = 2, forgetGate = 1)";
    EveryKind kinds = new EveryKind().add("b", "@Shape({2, 3}) " + scheme, 2).compile();
    EveryWay.check(kinds, "b", new double[] {0, 0, 0, 1, 1, 1}, new int[] {2, 3}, SEED);
  }
}
