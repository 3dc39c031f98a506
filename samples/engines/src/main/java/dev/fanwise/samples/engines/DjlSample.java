package dev.fanwise.samples.engines;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.XavierInitializer;
import dev.fanwise.djl.FanwiseDjl;
import dev.fanwise.engines.CopyOptions;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import dev.fanwise.samples.depth.Digits;
import dev.fanwise.samples.plot.Line;
import dev.fanwise.samples.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What fans are for: a network of depthwise convolutions that starts with DJL's weights, and with
 * Fanwise's.
 */
public final class DjlSample {
  private static final int TRAINING_PICTURES = 2000;
  private static final int TEST_PICTURES = 1000;
  private static final long SEED = 3;

  private DjlSample() {}

  /** Runs the sample; the argument, if any, is the folder for the plot. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path target = Path.of(args.length > 0 ? args[0] : "target");
    printSameWeights();
    printFans();

    Digits drawn = Digits.draw(TRAINING_PICTURES, SEED);
    Digits training = drawn.standardisedBy(drawn);
    Digits test = Digits.draw(TEST_PICTURES, SEED + 1).standardisedBy(drawn);
    print(
        """

        Trained on %,d pictures, %d epochs of plain SGD in batches of %d, learning rate %s

        start                       loss in epochs 1, 2, 4, 8, 12      test digits right\
        """,
        TRAINING_PICTURES, Training.EPOCHS, Training.BATCH, Training.RATE);
    Training own = Training.run(training, test, net -> {}, net -> {});
    print("DJL's default", own);
    Training xavier =
        Training.run(
            training,
            test,
            net -> net.setInitializer(new XavierInitializer(), Parameter.Type.WEIGHT),
            net -> {});
    print("DJL's Xavier", xavier);
    Training fanwise =
        Training.run(
            training,
            test,
            net -> {},
            net -> FanwiseDjl.initialize(net, SEED, Rules.weights(Schemes.kaiming())));
    print("Fanwise, Kaiming", fanwise);
    Training fanwiseXavier =
        Training.run(
            training,
            test,
            net -> {},
            net -> FanwiseDjl.initialize(net, SEED, Rules.weights(Schemes.xavier())));
    print("Fanwise, Xavier", fanwiseXavier);

    if (LinePlot.canDrawText()) {
      print("\nDrawn:");
      LinePlot plot =
          new LinePlot(
              "Depthwise separable convolutions in DJL, trained on digits",
              "epoch",
              "mean training loss (nats)",
              1);
      plot.measured(Line.ORANGE, legend("XavierInitializer of DJL", xavier), xavier.losses());
      plot.measured(Line.GREEN, legend("DJL's default", own), own.losses());
      plot.measured(Line.BLUE, legend("Kaiming of Fanwise", fanwise), fanwise.losses());
      plot.theory("a guess: ln 10", true, guess());
      plot.yRange(0, 2.5);
      plot.save(target.resolve("plots/djl.png"));
    }
  }

  private static double[] guess() {
    double[] guess = new double[Training.EPOCHS];
    Arrays.fill(guess, Math.log(Digits.CLASSES));
    return guess;
  }

  private static String legend(String name, Training run) {
    return String.format(
        Locale.ROOT, "%s: %.1f %% of test digits right", name, 100 * run.accuracy());
  }

  /** One seed, one name, one law: the bits of a Fanwise model are those in DJL's arrays. */
  private static void printSameWeights() {
    Map<String, String> streams = new HashMap<>();
    FirstLayers.NAMES.forEach((model, djl) -> streams.put(djl, model));
    try (NDManager manager = NDManager.newBaseManager()) {
      Block net = SeparableNet.block();
      net.initialize(manager, DataType.FLOAT32, new Shape(1, 1, Digits.SIDE, Digits.SIDE));
      FanwiseDjl.initialize(net, SEED, Rules.weights(Schemes.kaiming()).streams(streams));
      FirstLayers fromDjl = new FirstLayers();
      FanwiseDjl.copy(
          net,
          visitor -> FirstLayersInitializer.visitParameters(fromDjl, visitor),
          CopyOptions.names(FirstLayers.NAMES).ignoreExtra());
      FirstLayers model = FirstLayersInitializer.initialize(new FirstLayers(), SEED);
      print(
          "The first layers, drawn in DJL's memory and as a Fanwise model, are the same bits: %s",
          Arrays.equals(model.stem, fromDjl.stem)
              && Arrays.equals(model.depthwise, fromDjl.depthwise)
              && Arrays.equals(model.pointwise, fromDjl.pointwise));
    }
  }

  private static void printFans() {
    print("\nWhat Fanwise reads of DJL's layers:");
    try (NDManager manager = NDManager.newBaseManager()) {
      Block net = SeparableNet.block();
      net.initialize(manager, DataType.FLOAT32, new Shape(1, 1, Digits.SIDE, Digits.SIDE));
      int shown = 0;
      for (ParameterInfo info :
          FanwiseDjl.initialize(net, SEED, Rules.weights(Schemes.kaiming()))) {
        if (info.fanIn() > 0 && shown++ < 3) {
          print("  %s, fan_in %.0f, fan_out %.0f", info, info.fanIn(), info.fanOut());
        }
      }
    }
  }

  private static void print(String start, Training run) {
    double[] losses = run.losses();
    print(
        "%-26s %7.3f %7.3f %7.3f %7.3f %7.3f %14.1f %%",
        start, losses[0], losses[1], losses[3], losses[7], losses[11], 100 * run.accuracy());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
