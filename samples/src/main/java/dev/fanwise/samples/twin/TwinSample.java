package dev.fanwise.samples.twin;

import dev.fanwise.samples.plot.Line;
import dev.fanwise.samples.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A network of PyTorch's and its twin: the same weights at seed 42, and the same first 50 steps of
 * stochastic gradient descent but for the order in which floats are added up.
 */
public final class TwinSample {
  private TwinSample() {}

  /** Runs the sample; the argument, if any, is the folder for the plot and the pictures. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "target"));
  }

  /** Runs the sample, prints it beside PyTorch's figures, and leaves a plot and the pictures. */
  public static void run(Path target) throws IOException {
    System.setProperty("java.awt.headless", "true"); // before anything draws: no display is needed
    TorchFigures torch = TorchFigures.stored();
    Pictures pictures = Pictures.draw();
    Twin twin = Twin.drawn();
    print(
        """
        e. PyTorch's nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10)) at seed %d and
        its twin, SHA-256 of all bytes

                  PyTorch            Fanwise""",
        Twin.SEED);
    checksums("pixels", torch.pixels(), pictures.pixels());
    List<float[]> parameters = twin.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      checksums(TorchFigures.NAMES.get(i), torch.parameters().get(i), parameters.get(i));
    }

    double[] losses = twin.train(pictures);
    print(
        "\nLoss (nats) by step of SGD, batches of %d, learning rate %s\n\nstep     PyTorch     Fanwise",
        Twin.BATCH, Twin.LEARNING_RATE);
    double greatest = 0;
    for (int step = 0; step < losses.length; step++) {
      print("%4d %11.7f %11.7f", step + 1, torch.losses()[step], losses[step]);
      greatest = Math.max(greatest, relative(losses[step], torch.losses()[step]));
    }
    print(
        "\nThe largest difference is %.1e of the loss; one float is 6e-08 to 1.2e-07 from the next.",
        greatest);

    if (LinePlot.canDrawText()) {
      print("\nDrawn:");
      plot(torch.losses(), losses).save(target.resolve("plots/twin.png"));
    }
    Path file = target.resolve("twin/pixels.f32");
    pictures.write(file);
    print("\nThe pictures, for the Python script of docs/parity.md:\n  %s", file.toAbsolutePath());
  }

  private static void checksums(String name, String torch, float[] drawn) {
    String own = Checksum.of(drawn);
    print(
        "%-9s %s…  %s…  %s",
        name,
        torch.substring(0, 16),
        own.substring(0, 16),
        torch.equals(own) ? "the same in all bits" : "DIFFERENT");
  }

  /** How far one number is from another, as a share of that. */
  static double relative(double value, double reference) {
    return Math.abs(value / reference - 1);
  }

  private static LinePlot plot(double[] torch, double[] fanwise) {
    LinePlot plot =
        new LinePlot(
            "The first " + fanwise.length + " steps of a network and its twin",
            "step",
            "cross-entropy of the step's batch (nats)",
            1);
    plot.measured(Line.ORANGE, "PyTorch", torch);
    plot.measured(Line.BLUE, "Fanwise", fanwise);
    plot.yRange(0, Math.ceil(2 * torch[0]) / 2);
    return plot;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
