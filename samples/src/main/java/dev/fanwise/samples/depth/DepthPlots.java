package dev.fanwise.samples.depth;

import dev.fanwise.samples.plot.Line;
import dev.fanwise.samples.plot.LinePlot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The sample's pictures: the data, signals by layer, loss by epoch. */
final class DepthPlots {
  /** Signals below this leave the picture, or the other schemes would be a line at its top. */
  private static final int LEAST_POWER_OF_TEN = -12;

  private DepthPlots() {}

  /** Draws all into a folder and says where. */
  static void draw(
      Path folder, Digits drawn, List<Signals> signals, List<Training> shallow, List<Training> deep)
      throws IOException {
    Files.createDirectories(folder);
    digits(drawn, folder.resolve("digits.png"));
    if (!LinePlot.canDrawText()) {
      System.out.println(
          "\nNo charts: this Java finds no fonts. On Debian: apt-get install fontconfig"
              + " fonts-dejavu-core");
      return;
    }
    responses(signals, folder.resolve("responses-by-layer.png"));
    gradients(signals, folder.resolve("gradients-by-layer.png"));
    losses(shallow, folder.resolve("loss-" + shallow.get(0).depth() + "-layers.png"));
    losses(deep, folder.resolve("loss-" + deep.get(0).depth() + "-layers.png"));
  }

  private static void responses(List<Signals> all, Path file) throws IOException {
    int depth = all.get(0).depth();
    LinePlot plot =
        signalPlot(
            "Going forward: responses in fresh " + depth + "-layer ReLU networks",
            "standard deviation of the responses y (before the ReLU)");
    for (Signals signals : all) {
      measured(plot, signals.scheme(), signals.responses(), depth - 1);
    }
    for (Signals signals : all) {
      theory(plot, signals.scheme(), signals.theoreticalResponses());
    }
    plot.save(file);
  }

  private static void gradients(List<Signals> all, Path file) throws IOException {
    LinePlot plot =
        signalPlot(
            "Going backward: gradients in fresh " + all.get(0).depth() + "-layer ReLU networks",
            "standard deviation of the gradient of the loss in y");
    for (Signals signals : all) {
      measured(plot, signals.scheme(), signals.gradients(), 1);
    }
    for (Signals signals : all) {
      theory(plot, signals.scheme(), signals.theoreticalGradients());
    }
    plot.save(file);
  }

  private static LinePlot signalPlot(String title, String quantity) {
    LinePlot plot = new LinePlot(title, "layer", quantity, 1);
    plot.yRange(LEAST_POWER_OF_TEN, 1);
    plot.yPowersOfTen();
    return plot;
  }

  /** A line whose legend says where it ends up, for one may leave the picture. */
  private static void measured(LinePlot plot, Scheme scheme, double[] values, int layer) {
    double end = values[layer - 1];
    String below = Math.log10(end) < LEAST_POWER_OF_TEN ? ", far below this picture" : "";
    String legend = DepthReport.format("%s: %.1g at layer %d%s", scheme, end, layer, below);
    plot.measured(line(scheme), legend, log10(values));
  }

  private static void theory(LinePlot plot, Scheme scheme, double[] values) {
    boolean last = scheme == Scheme.SMALL_NORMAL;
    String legend = "theory: each layer multiplies the variance by n·Var[w]/2";
    plot.theory(last ? legend : "theory for " + scheme, last, log10(values));
  }

  private static Line line(Scheme scheme) {
    return switch (scheme) {
      case KAIMING -> Line.BLUE;
      case XAVIER -> Line.ORANGE;
      case SMALL_NORMAL -> Line.GREEN;
    };
  }

  private static double[] log10(double[] values) {
    return Arrays.stream(values).map(Math::log10).toArray();
  }

  private static void losses(List<Training> runs, Path file) throws IOException {
    int depth = runs.get(0).depth();
    LinePlot plot =
        new LinePlot(
            "Training a " + depth + "-layer ReLU network",
            "epoch (0: before training)",
            "mean training loss (nats)",
            0);
    double greatest = 0;
    for (Training run : runs) {
      String legend =
          DepthReport.format(
              "%s %s: %.1f %% of test digits right",
              run.scheme(), DepthReport.verdict(run), 100 * run.accuracy());
      plot.measured(line(run.scheme()), legend, run.losses());
      greatest = Math.max(greatest, Arrays.stream(run.losses()).max().orElseThrow());
    }
    double[] guess = new double[runs.get(0).losses().length];
    Arrays.fill(guess, Math.log(10));
    plot.theory("ln 10: a guess among ten digits", true, guess);
    plot.yRange(0, Math.ceil(2 * greatest) / 2);
    plot.save(file);
  }

  /** A sheet of the first pictures of each digit, without text and so without fonts. */
  private static void digits(Digits digits, Path file) throws IOException {
    int rows = 6;
    int zoom = 4;
    int side = Digits.SIDE * zoom;
    BufferedImage sheet =
        new BufferedImage(side * Digits.CLASSES, side * rows, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        double[] picture = digits.images()[y / side * Digits.CLASSES + x / side];
        double ink = picture[y % side / zoom * Digits.SIDE + x % side / zoom];
        int grey = (int) (255 * Math.min(1, Math.max(0, 1 - ink)));
        sheet.getRaster().setSample(x, y, 0, grey);
      }
    }
    ImageIO.write(sheet, "png", file.toFile());
    System.out.println("\nDrawn:\n  " + file.toAbsolutePath());
  }
}
