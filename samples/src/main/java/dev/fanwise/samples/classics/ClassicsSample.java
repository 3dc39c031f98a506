package dev.fanwise.samples.classics;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * The two layers of every tutorial on initialisation: a linear one from Xavier and a convolution
 * from Kaiming. Prints what was drawn beside what theory says, then how large a signal of mean 0
 * and variance 1 comes out of them.
 */
public final class ClassicsSample {
  private static final long SEED = 42;

  private ClassicsSample() {}

  /** Runs the sample. */
  public static void main(String[] args) {
    run();
  }

  /** Runs the sample and prints what it draws and measures. */
  public static void run() {
    print("a. The two classics: what was drawn (seed %d) beside what theory says", SEED);
    linear();
    convolution();
  }

  private static void linear() {
    print("\nLinearLayer, 10 -> 5, Xavier: bound = √(6 / (fan_in + fan_out)) = √(6/15)");
    LinearLayer layer = linearLayer(SEED);
    List<ParameterInfo> laws = LinearLayerInitializer.parameters();
    Drawn.printHeading();
    Drawn.print(laws.get(0), layer.weights);
    Drawn.print(laws.get(1), layer.bias);

    float[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    print("  forward of ten ones: %s", Arrays.toString(layer.forward(ones)));
    double output =
        meanSquare(2000, seed -> linearLayer(seed).forward(input(LinearLayer.IN, seed)));
    print("  mean square of the output, over 2000 layers: %.3f", output);
    print("  in theory fan_in·std²:                       %.3f", signal(laws.get(0)));
  }

  private static void convolution() {
    print("\nConvLayer, 3 -> 64, 3x3, Kaiming: std = √(2 / (1 + a²)) / √fan, a = 0.02");
    ConvLayer layer = convLayer(SEED);
    List<ParameterInfo> laws = ConvLayerInitializer.parameters();
    Drawn.printHeading();
    Drawn.print(laws.get(0), layer.kernelFanIn);
    Drawn.print(laws.get(1), layer.kernelFanOut);
    Drawn.print(laws.get(2), layer.bias);

    double bias = laws.get(2).mean();
    double fanIn = meanSquare(100, seed -> convLayer(seed).forwardFanIn(picture(seed)));
    double fanOut = meanSquare(100, seed -> convLayer(seed).forwardFanOut(picture(seed)));
    print("  mean square of the output, over 100 layers: FAN_IN %.3f, FAN_OUT %.4f", fanIn, fanOut);
    print(
        "  in theory fan_in·std² + bias²:              FAN_IN %.3f, FAN_OUT %.4f",
        signal(laws.get(0)) + bias * bias, signal(laws.get(1)) + bias * bias);
    print("  The leaky ReLU halves it: FAN_IN then hands on a signal as large as it was given;");
    print("  FAN_OUT does the same for gradients on their way back.");
  }

  private static LinearLayer linearLayer(long seed) {
    return LinearLayerInitializer.initialize(new LinearLayer(), seed);
  }

  private static ConvLayer convLayer(long seed) {
    return ConvLayerInitializer.initialize(new ConvLayer(), seed);
  }

  private static float[] picture(long seed) {
    return input(ConvLayer.IN * ConvLayer.SIDE * ConvLayer.SIDE, seed);
  }

  /** An input of mean 0 and variance 1. */
  private static float[] input(int count, long seed) {
    float[] x = new float[count];
    Fill.normal(x, 0, count, Keys.fold(seed, Keys.id("input")), 0, 0, 1);
    return x;
  }

  /** The factor on the mean square of a signal: every output is a sum of fan_in products. */
  private static double signal(ParameterInfo weights) {
    return weights.fanIn() * weights.std() * weights.std();
  }

  /** The mean square of what layers of the seeds 0, 1, 2 … give. */
  private static double meanSquare(int layers, LongFunction<float[]> output) {
    double mean = 0;
    for (int seed = 0; seed < layers; seed++) {
      mean += Drawn.meanSquare(output.apply(seed)) / layers;
    }
    return mean;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
