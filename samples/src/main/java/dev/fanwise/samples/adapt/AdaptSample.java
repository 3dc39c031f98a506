package dev.fanwise.samples.adapt;

import dev.fanwise.samples.depth.Digits;
import dev.fanwise.samples.plot.Line;
import dev.fanwise.samples.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Weights that look at the data: Mishkin and Matas, "All you need is a good init" (ICLR 2016), on
 * deep networks of three activations and on the digits of the sample of depth.
 */
public final class AdaptSample {
  static final int DEPTH = 30;

  private static final int EPOCHS = 6;
  private static final int SEEDS = 3;
  private static final int TRAINING_PICTURES = 1000;
  private static final int TEST_PICTURES = 500;
  private static final double LN_10 = Math.log(10);

  private AdaptSample() {}

  /** Runs the sample; the argument, if any, is the folder for the plots. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "target/plots"));
  }

  /** Runs the sample, prints what it measures and draws it into a folder. */
  public static void run(Path plots) throws IOException {
    System.setProperty("java.awt.headless", "true"); // before anything draws: no display is needed
    Digits drawn = Digits.draw(TRAINING_PICTURES, 3);
    Digits training = drawn.standardisedBy(drawn);
    Digits test = Digits.draw(TEST_PICTURES, 4).standardisedBy(drawn);
    print(
        """
        f. Weights that look at the data: Mishkin and Matas (2016), algorithm 1, on the digits of b

        Network: %d weight layers, %d values between two, tanh, ReLU or maxout of two; biases are 0.
        Starts: Xavier (uniform), orthonormal weights, and LSUV: the same orthonormal weights, each
        layer divided by the standard deviation of its output on %d pictures.
        Training: %d epochs of %,d pictures, SGD in batches of %d, learning rate %s, momentum %s, the
        same for all; %d seeds, from the least to the greatest. A guess: loss ln 10 = %.3f.

        activation  start        std of last hidden layer  loss after training   test digits right\
        """,
        DEPTH,
        Start.WIDTH,
        Training.FITTED_TO,
        EPOCHS,
        TRAINING_PICTURES,
        Training.BATCH,
        Training.LEARNING_RATE,
        Training.MOMENTUM,
        SEEDS,
        LN_10);
    Map<Activation, Map<Start, List<Training>>> all = new EnumMap<>(Activation.class);
    for (Activation activation : Activation.values()) {
      all.put(activation, new EnumMap<>(Start.class));
      for (Start start : Start.values()) {
        List<Training> runs =
            LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(
                    seed -> Training.run(start, activation, DEPTH, EPOCHS, training, test, seed))
                .toList();
        all.get(activation).put(start, runs);
        row(activation, start, runs);
      }
    }
    Training fitted = all.get(Activation.RELU).get(Start.LSUV).get(0);
    print("\nThe fit of the ReLU network of seed 1:\n\n%s", fitted.started().report().table());
    if (LinePlot.canDrawText()) {
      print("Drawn:");
      plots(all.get(Activation.RELU), plots);
    }
  }

  private static void row(Activation activation, Start start, List<Training> runs) {
    double[] stds = sorted(runs.stream().mapToDouble(run -> run.stds()[DEPTH - 2]).toArray());
    double[] losses = sorted(runs.stream().mapToDouble(Training::lastLoss).toArray());
    double[] right = sorted(runs.stream().mapToDouble(run -> 100 * run.accuracy()).toArray());
    print(
        "%-11s %-12s %9.2g to %-9.2g %8.3f to %-8.3f %8.1f to %.1f %%",
        activation,
        start,
        stds[0],
        stds[SEEDS - 1],
        losses[0],
        losses[SEEDS - 1],
        right[0],
        right[SEEDS - 1]);
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }

  private static void plots(Map<Start, List<Training>> relu, Path folder) throws IOException {
    LinePlot stds =
        new LinePlot(
            "Responses in fresh " + DEPTH + "-layer ReLU networks, seed 1",
            "layer",
            "standard deviation of the responses (before the ReLU)",
            1);
    stds.yPowersOfTen();
    LinePlot losses =
        new LinePlot(
            "Training a " + DEPTH + "-layer ReLU network, the mean of " + SEEDS + " seeds",
            "epoch (0: before training)",
            "mean training loss (nats)",
            0);
    double greatest = LN_10;
    for (Start start : Start.values()) {
      List<Training> runs = relu.get(start);
      double[] mean = new double[EPOCHS + 1];
      for (Training run : runs) {
        for (int e = 0; e <= EPOCHS; e++) {
          mean[e] += run.losses()[e] / SEEDS;
        }
      }
      greatest = Math.max(greatest, Arrays.stream(mean).max().orElseThrow());
      double[] logs = Arrays.stream(runs.get(0).stds()).map(Math::log10).toArray();
      stds.measured(line(start), start.toString(), logs);
      losses.measured(line(start), start.toString(), mean);
    }
    double[] guess = new double[EPOCHS + 1];
    Arrays.fill(guess, LN_10);
    losses.theory("ln 10: a guess among ten digits", true, guess);
    losses.yRange(0, Math.ceil(2 * greatest) / 2);
    stds.save(folder.resolve("lsuv-responses-by-layer.png"));
    losses.save(folder.resolve("lsuv-loss.png"));
  }

  private static Line line(Start start) {
    return switch (start) {
      case LSUV -> Line.BLUE;
      case XAVIER -> Line.ORANGE;
      case ORTHOGONAL -> Line.GREEN;
    };
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
