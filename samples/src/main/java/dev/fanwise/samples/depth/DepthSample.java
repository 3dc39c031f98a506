package dev.fanwise.samples.depth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What initialisation does to deep ReLU networks: He, Zhang, Ren and Sun, "Delving Deep into
 * Rectifiers" (ICCV 2015), section 2.2 and figures 2 and 3, on a small scale.
 *
 * <p>First the size of signals in fresh networks of 10 to 50 layers, going forward and backward.
 * Then training: 10 layers, where Xavier comes late, and 30, where it does not come.
 */
public final class DepthSample {
  private static final int[] SIGNAL_DEPTHS = {10, 20, 30, 50};
  private static final int NETWORKS = 20;
  private static final int SIGNAL_PICTURES = 100;

  private static final int SHALLOW = 10;
  private static final int DEEP = 30;
  private static final int EPOCHS = 16;
  private static final int TRAINING_PICTURES = 3000;
  private static final int TEST_PICTURES = 1000;

  private static final long SEED = 3;

  private DepthSample() {}

  /** Runs the sample; the argument, if any, is the folder for the plots. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "target/plots"));
  }

  /** Runs the sample, prints what it measures and draws it into a folder. */
  public static void run(Path plots) throws IOException {
    System.setProperty("java.awt.headless", "true"); // before anything draws: no display is needed
    Digits drawn = Digits.draw(TRAINING_PICTURES, SEED);
    Digits training = drawn.standardisedBy(drawn);
    Digits test = Digits.draw(TEST_PICTURES, SEED + 1).standardisedBy(drawn);
    DepthReport.data(training, test);

    Digits probes = training.range(0, SIGNAL_PICTURES);
    DepthReport.signalsHeading(NETWORKS, SIGNAL_PICTURES);
    List<Signals> deepest = List.of();
    for (int depth : SIGNAL_DEPTHS) {
      deepest = forEachScheme(s -> Signals.measure(s, depth, NETWORKS, probes, SEED));
      deepest.forEach(DepthReport::signals);
    }

    DepthReport.trainingHeading(EPOCHS);
    List<Training> shallow = train(SHALLOW, training, test);
    List<Training> deep = train(DEEP, training, test);
    DepthReport.losses(shallow, deep);
    DepthReport.results(shallow);
    DepthReport.results(deep);
    DepthReport.why(deep);

    DepthPlots.draw(plots, drawn, deepest, shallow, deep);
  }

  private static List<Training> train(int depth, Digits training, Digits test) {
    return forEachScheme(
        scheme -> {
          Training run = Training.run(scheme, depth, EPOCHS, training, test, SEED);
          DepthReport.progress(run);
          return run;
        });
  }

  /** Independent runs, one per scheme, on as many cores as there are; the results in order. */
  private static <T> List<T> forEachScheme(Function<Scheme, T> run) {
    return Stream.of(Scheme.values()).parallel().map(run).toList();
  }
}
