package dev.fanwise.samples.conv;

import dev.fanwise.samples.depth.Digits;
import dev.fanwise.samples.export.WeightFile;
import dev.fanwise.samples.plot.Line;
import dev.fanwise.samples.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A small convolutional network that learns digits from where Kaiming starts it, by plain
 * stochastic gradient descent over the generated {@code visitParameters}. Its weights are then
 * written to a file.
 */
public final class ConvSample {
  private static final int EPOCHS = 6;
  private static final int TRAINING_PICTURES = 3000;
  private static final int TEST_PICTURES = 1000;
  private static final long SEED = 3;

  private ConvSample() {}

  /** Runs the sample; the argument, if any, is the folder for the plot and the weights. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "target"));
  }

  /** Runs the sample, prints what it measures, and leaves a plot and a file of weights. */
  public static void run(Path target) throws IOException {
    System.setProperty("java.awt.headless", "true"); // before anything draws: no display is needed
    Digits drawn = Digits.draw(TRAINING_PICTURES, SEED);
    Digits training = drawn.standardisedBy(drawn);
    Digits test = Digits.draw(TEST_PICTURES, SEED + 1).standardisedBy(drawn);

    ConvTraining run = ConvTraining.run(EPOCHS, training, test, SEED);
    print(
        """
        d. Convolutions: %,d training and %,d test pictures of b., %d epochs of plain SGD in batches of
        %d, learning rate %s

        The network:\
        """,
        training.count(), test.count(), EPOCHS, ConvTraining.BATCH, ConvTraining.LEARNING_RATE);
    ConvNetInitializer.parameters(run.network()).forEach(p -> print("  %s", p));
    print("\nepoch  training loss  test digits right (epoch 0: before training)");
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
      print("%5d %14.4f %16.1f %%", epoch, run.losses()[epoch], 100 * run.accuracies()[epoch]);
    }

    if (LinePlot.canDrawText()) {
      print("\nDrawn:");
      plot(run).save(target.resolve("plots/convolutions.png"));
    }
    String written =
        WeightFile.write(
            target.resolve("weights/convolutions.safetensors"),
            visitor -> ConvNetInitializer.visitParameters(run.network(), visitor));
    print("\n%s", written);
  }

  private static LinePlot plot(ConvTraining run) {
    double accuracy = run.accuracies()[run.epochs()];
    LinePlot plot =
        new LinePlot(
            "Training a small convolutional network",
            "epoch (0: before training)",
            "mean training loss (nats), share of test digits",
            0);
    plot.measured(Line.BLUE, "training loss", run.losses());
    plot.measured(
        Line.GREEN,
        String.format(Locale.ROOT, "test digits right: %.1f %% in the end", 100 * accuracy),
        run.accuracies());
    plot.yRange(0, Math.ceil(2 * run.losses()[0]) / 2);
    return plot;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
