package dev.fanwise.benchmarks;

import dev.fanwise.adapt.DataDependent;
import dev.fanwise.adapt.FitReport;
import dev.fanwise.adapt.ForwardPass;
import dev.fanwise.adapt.Lsuv;
import dev.fanwise.adapt.Observer;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a fit takes beside the forward passes that it asks for: dense layers with a ReLU, timed with
 * the fit and then once more without, as many layers in as many passes, turn by turn.
 */
public final class FitCost {
  private static final int[] WIDTHS = {256, 512, 128, 512, 256, 256, 512, 384, 256, 64, 10};
  private static final int EXAMPLES = 128;
  private static final int ROUNDS = 15;
  private static final int WARM_UP = 5;

  private final int depth = WIDTHS.length - 1;
  private final float[][] weights = new float[depth][];
  private final float[][] biases = new float[depth][];
  private final float[][] signals = new float[depth + 1][];
  private final float[][] outputs = new float[depth][];
  private float sink;

  private FitCost() {
    for (int l = 0; l < depth; l++) {
      weights[l] = new float[WIDTHS[l] * WIDTHS[l + 1]];
      biases[l] = new float[WIDTHS[l + 1]];
      outputs[l] = new float[EXAMPLES * WIDTHS[l + 1]];
      signals[l + 1] = new float[EXAMPLES * WIDTHS[l + 1]];
    }
    signals[0] = new float[EXAMPLES * WIDTHS[0]];
    Fill.normal(signals[0], 0, signals[0].length, 1, 0, 0, 1);
  }

  public static void main(String[] args) {
    System.out.printf(
        Locale.ROOT,
        "%d dense layers, %s units, %d examples, Java %s; medians of %d rounds%n%n"
            + "fit              layers run   passes   fit ms   passes alone ms   ratio%n",
        WIDTHS.length - 1,
        Arrays.toString(WIDTHS),
        EXAMPLES,
        System.getProperty("java.version"),
        ROUNDS);
    for (boolean whole : new boolean[] {true, false}) {
      for (boolean perUnit : new boolean[] {false, true}) {
        new FitCost().measure(perUnit, whole);
      }
    }
  }

  private void measure(boolean perUnit, boolean whole) {
    double[] fits = new double[ROUNDS];
    double[] alone = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    int passes = 0;
    int[] lengths = new int[1000];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      draw();
      int[] pass = {0};
      ForwardPass forward = o -> lengths[pass[0]++] = forward(o, whole ? depth : -1);
      long start = System.nanoTime();
      FitReport report =
          perUnit ? DataDependent.of(source()).fit(forward) : Lsuv.of(source()).fit(forward);
      long middle = System.nanoTime();
      passes = report.passes();
      for (int p = 0; p < passes; p++) {
        forward(null, lengths[p]);
      }
      long end = System.nanoTime();
      if (round >= 0) {
        fits[round] = (middle - start) * 1e-6;
        alone[round] = (end - middle) * 1e-6;
        ratios[round] = fits[round] / alone[round];
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s %-10s %8d %8.1f %17.1f %7.3f%n",
        perUnit ? "DataDependent" : "Lsuv",
        whole ? "all" : "needed",
        passes,
        median(fits),
        median(alone),
        median(ratios));
    if (sink == 42) {
      System.out.println(); // so that nobody leaves the passes out
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void draw() {
    for (int l = 0; l < depth; l++) {
      Fill.normal(weights[l], 0, weights[l].length, Keys.fold(7, l), 0, 0, 0.02);
      Arrays.fill(biases[l], 0);
    }
  }

  private ParameterSource source() {
    return visitor -> {
      for (int l = 0; l < depth; l++) {
        visitor.visit(
            ParameterInfo.of("w" + l, WIDTHS[l + 1], WIDTHS[l])
                .fans(WIDTHS[l], WIDTHS[l + 1])
                .normal(0, 0.02),
            weights[l]);
        visitor.visit(ParameterInfo.of("w" + l + "Bias", WIDTHS[l + 1]).constant(0), biases[l]);
      }
    };
  }

  /**
   * Runs layers.
   *
   * @param count how many; −1 for as many as the observer looks at
   * @return how many there were
   */
  private int forward(Observer observer, int count) {
    int last = count < 0 ? depth : count;
    for (int l = 0; l < last; l++) {
      dense(l);
      if (observer != null) {
        observer.layer("w" + l, outputs[l], 0, outputs[l].length, WIDTHS[l + 1]);
        if (count < 0 && observer.isDone()) {
          return l + 1;
        }
      }
      for (int i = 0; i < outputs[l].length; i++) {
        signals[l + 1][i] = Math.max(0, outputs[l][i]);
      }
    }
    sink += outputs[last - 1][0];
    return last;
  }

  /** One multiple of a column after the other, a loop that compilers turn into vectors. */
  private void dense(int l) {
    int in = WIDTHS[l];
    int out = WIDTHS[l + 1];
    float[] columns = transposed(weights[l], in, out);
    float[] into = outputs[l];
    for (int n = 0; n < EXAMPLES; n++) {
      System.arraycopy(biases[l], 0, into, n * out, out);
      for (int i = 0; i < in; i++) {
        float input = signals[l][n * in + i];
        if (input != 0) {
          addScaled(into, n * out, input, columns, i * out, out);
        }
      }
    }
  }

  private static float[] transposed(float[] rows, int in, int out) {
    float[] columns = new float[rows.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        columns[i * out + o] = rows[o * in + i];
      }
    }
    return columns;
  }

  private static void addScaled(
      float[] target, int at, float factor, float[] source, int from, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] += factor * source[from + i];
    }
  }
}
