package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code torch-stream.json}: PyTorch's own weights, in all bits. */
class TorchVectorsTest {
  record Entry(long seed, String program, List<ExpectedTensor> tensors) {}

  /** One tensor's part of a program. */
  interface Step {
    void fill(TorchGenerator torch, float[] tensor, int[] shape);
  }

  private static final Step ZEROS = (torch, tensor, shape) -> {};

  /**
   * {@code reset_parameters} of PyTorch's layers: a = √5 for the weight, 1/√fan_in for the bias.
   */
  private static final Step LAYER_WEIGHT = kaimingUniform(Math.sqrt(5));

  private static final Map<String, List<Step>> PROGRAMS =
      Map.of(
          "xavier_uniform_(5,10)",
          List.of(xavierUniform()),
          "xavier_normal_(5,10); zeros (5); xavier_uniform_(3,5)",
          List.of(xavierNormal(), ZEROS, xavierUniform()),
          "kaiming_normal_(64,3,3,3; mode=fan_out, a=0.01)",
          List.of(kaimingNormalFanOut(0.01)),
          "kaiming_uniform_(128,64,5; a=0.2)",
          List.of(kaimingUniform(0.2)),
          "normal_ sizes 3x5, 4x4, 17, 1000, 1001 in sequence, std 0.02",
          List.of(normal(0.02), normal(0.02), normal(0.02), normal(0.02), normal(0.02)),
          "uniform_(-0.05,0.05) 1000 then normal_ 7, then uniform_ 3",
          List.of(uniform(-0.05, 0.05), normal(1), uniform(0, 1)),
          "nn.Linear(784,256); nn.Linear(256,10) as constructed (weight, bias each)",
          List.of(LAYER_WEIGHT, bias(784), LAYER_WEIGHT, bias(256)),
          "nn.Conv2d(3,64,3) as constructed (weight, bias)",
          List.of(LAYER_WEIGHT, bias(27)));

  static Stream<Entry> entries() {
    return Arrays.stream(Json.read("torch-stream.json", Entry[].class));
  }

  @Test
  void theFileHasEveryProgramWithFourSeeds() {
    List<Entry> entries = entries().toList();
    assertEquals(32, entries.size());
    assertEquals(
        PROGRAMS.keySet(), entries.stream().map(Entry::program).collect(Collectors.toSet()));
    assertEquals(
        List.of(-1L, 0L, 42L, 4294967301L),
        entries.stream().map(Entry::seed).distinct().sorted().toList());
    assertTrue(entries.stream().allMatch(e -> e.tensors.size() == PROGRAMS.get(e.program).size()));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void equalsTorchBitForBit(Entry entry) {
    TorchGenerator torch = TorchGenerator.seeded(entry.seed);
    List<Step> steps = PROGRAMS.get(entry.program);
    for (int i = 0; i < steps.size(); i++) {
      ExpectedTensor expected = entry.tensors.get(i);
      float[] tensor = new float[expected.elements()];
      steps.get(i).fill(torch, tensor, expected.shape());
      expected.assertEqualTo(tensor);
    }
  }

  private static Step uniform(double low, double high) {
    return (torch, tensor, shape) -> torch.uniform(Sink.of(tensor, 0), tensor.length, low, high);
  }

  private static Step normal(double std) {
    return (torch, tensor, shape) -> torch.normal(Sink.of(tensor, 0), tensor.length, 0, std);
  }

  private static Step xavierUniform() {
    return (torch, tensor, shape) -> {
      double bound = Math.sqrt(3) * xavierStd(shape);
      uniform(-bound, bound).fill(torch, tensor, shape);
    };
  }

  private static Step xavierNormal() {
    return (torch, tensor, shape) -> normal(xavierStd(shape)).fill(torch, tensor, shape);
  }

  private static double xavierStd(int[] shape) {
    return Math.sqrt(2 / (fans(shape).fanIn() + fans(shape).fanOut()));
  }

  private static Step kaimingUniform(double a) {
    return (torch, tensor, shape) -> {
      double std = Gains.of(Nonlinearity.LEAKY_RELU, a) / Math.sqrt(fans(shape).fanIn());
      double bound = Math.sqrt(3) * std;
      uniform(-bound, bound).fill(torch, tensor, shape);
    };
  }

  private static Step kaimingNormalFanOut(double a) {
    return (torch, tensor, shape) -> {
      double std = Gains.of(Nonlinearity.LEAKY_RELU, a) / Math.sqrt(fans(shape).fanOut());
      normal(std).fill(torch, tensor, shape);
    };
  }

  private static Step bias(int fanIn) {
    double bound = 1 / Math.sqrt(fanIn);
    return uniform(-bound, bound);
  }

  private static Fans fans(int[] shape) {
    return Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
  }
}
