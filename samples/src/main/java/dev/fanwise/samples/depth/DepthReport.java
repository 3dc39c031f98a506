package dev.fanwise.samples.depth;

import java.util.List;
import java.util.Locale;

/** What the sample prints. Every number in it was measured in this run, unless it says theory. */
final class DepthReport {
  private static final double LN_10 = Math.log(10);

  private DepthReport() {}

  static void data(Digits training, Digits test) {
    print(
        """
        b. Depth: He et al. (2015), section 2.2, on digits that this sample draws itself

        Data: %,d training and %,d test pictures of %d x %d pixels, pen strokes with random rotation,
        slant, stretch, shift, pen and noise: a stand-in for MNIST, and easier than it.
        Network: hidden layers of %d units with ReLU; depth counts weight layers, the logits' included.
        """,
        training.count(), test.count(), Digits.SIDE, Digits.SIDE, Scheme.WIDTH);
  }

  static void signalsHeading(int networks, int pictures) {
    print(
        """
        Fresh networks: standard deviation of the responses y (before the ReLU) and of the gradient of a
        picture's loss in y, for %d pictures; the geometric mean of %d networks. From layer to layer the
        variance is multiplied by n·Var[w]/2, says theory: 1 for Kaiming, 1/2 for Xavier. (At finite
        width a typical network ends a little below the mean of many.)

                           responses y, forward      gradients in y, backward  variance factor per layer
        depth scheme          first  middle    last     last  middle   first   forward backward  theory\
        """,
        pictures, networks);
  }

  static void signals(Signals signals) {
    int lastHidden = signals.depth() - 2;
    int middle = signals.depth() / 2 - 1;
    double[] y = signals.responses();
    double[] g = signals.gradients();
    print(
        "%5d %-12s %8.2g%8.2g%8.2g %8.2g%8.2g%8.2g %9.4f%9.4f%8.4f",
        signals.depth(),
        signals.scheme(),
        y[0],
        y[middle],
        y[lastHidden],
        g[lastHidden],
        g[middle],
        g[0],
        signals.forwardFactor(),
        signals.backwardFactor(),
        signals.scheme().varianceFactor());
  }

  static void trainingHeading(int epochs) {
    print(
        """

        Training: %d epochs of SGD in batches of %d, learning rate %s, momentum %s, the same for all.
        In the paper 22 layers learn from both, from Xavier later (figure 2), and 30 layers from Kaiming
        only (figure 3). Here:\
        """,
        epochs, Training.BATCH, Training.LEARNING_RATE, Training.MOMENTUM);
  }

  static void progress(Training run) {
    print("  %d layers from %s: loss %.3f", run.depth(), run.scheme(), run.lastLoss());
  }

  /** A row per epoch, a column per run. */
  static void losses(List<Training> shallow, List<Training> deep) {
    StringBuilder heading = new StringBuilder("epoch");
    for (List<Training> runs : List.of(shallow, deep)) {
      for (Training run : runs) {
        heading.append(format(" %11s", run.scheme()));
      }
    }
    print(
        "\nMean training loss (epoch 0: before training)\n     %36s%36s\n%s",
        shallow.get(0).depth() + " layers", deep.get(0).depth() + " layers", heading);
    for (int epoch = 0; epoch <= deep.get(0).epochs(); epoch++) {
      StringBuilder row = new StringBuilder(format("%5d", epoch));
      for (List<Training> runs : List.of(shallow, deep)) {
        for (Training run : runs) {
          row.append(format(" %11.4f", run.losses()[epoch]));
        }
      }
      print("%s", row);
    }
  }

  static void results(List<Training> runs) {
    print("\nAfter training, %d layers (a guess: loss ln 10 = %.4f)", runs.get(0).depth(), LN_10);
    for (Training run : runs) {
      print(
          "  %-12s %s: loss %.4f, %.1f %% of the test digits right",
          run.scheme(), verdict(run), run.lastLoss(), 100 * run.accuracy());
    }
  }

  static String verdict(Training run) {
    if (Math.abs(run.lastLoss() - LN_10) < 0.01) {
      return "stalls";
    }
    return run.lastLoss() < LN_10 / 2 ? "trains" : "is slow";
  }

  static void why(List<Training> runs) {
    print(
        """

        Why, at %d layers: a scheme that loses variance in every layer answers nearly the same to every
        picture, and gradients shrink as much on their way back, so its hidden weights do not move. What
        still learns is the last bias, and all that can say is how frequent the digits are.

                      fresh network:                              trained network:
        scheme        logits differ by  weight gradient at half   hidden weights moved by\
        """,
        runs.get(0).depth());
    for (Training run : runs) {
      print(
          "%-12s %17.2g %24.2g %25.2g %%",
          run.scheme(), run.logitSpread(), run.middleGradient(), 100 * run.weightChange());
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(format(format, values));
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
