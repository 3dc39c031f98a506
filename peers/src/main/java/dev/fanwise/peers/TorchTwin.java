package dev.fanwise.peers;

import dev.fanwise.samples.twin.Checksum;
import dev.fanwise.samples.twin.Pictures;
import dev.fanwise.samples.twin.TorchFigures;
import dev.fanwise.samples.twin.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The sample's network in libtorch: its weights beside Fanwise's, all bits, then 50 steps of
 * training, whose losses the sample stores. Fails where a bit differs.
 */
public final class TorchTwin {
  private static final String HEADER =
      """
      # libtorch 2.7.1 on a CPU by way of DJL 0.36.0: nn.Sequential(nn.Linear(784, 256), nn.ReLU(),
      # nn.Linear(256, 10)) after torch.manual_seed(42), then 50 steps of SGD, learning rate 0.1, over
      # the sample's pictures, 32 at a time. Checksums are SHA-256 of little-endian floats before
      # training, a loss is that of a step's batch before the step. Made on Linux, x86-64, by
      #   mvn -q -Ppeers -Dpeers.main=dev.fanwise.peers.TorchTwin -DskipTests package -pl peers -am
      """;

  private TorchTwin() {}

  public static void main(String[] args) throws IOException {
    Engines.configure();
    boolean same = true;
    Pictures pictures = Pictures.draw();
    try (TorchNetwork network = new TorchNetwork((int) Twin.SEED, learningRate())) {
      List<float[]> torch = network.parameters();
      List<float[]> fanwise = Twin.drawn().parameters();
      for (int i = 0; i < torch.size(); i++) {
        same &= compare(TorchFigures.NAMES.get(i), torch.get(i), fanwise.get(i));
      }

      double[] losses = new double[pictures.count() / Twin.BATCH];
      for (int step = 0; step < losses.length; step++) {
        Pictures batch = pictures.range(step * Twin.BATCH, (step + 1) * Twin.BATCH);
        losses[step] = network.step(batch.pixels(), batch.labels());
      }
      TorchFigures figures =
          new TorchFigures(
              Checksum.of(pictures.pixels()), torch.stream().map(Checksum::of).toList(), losses);
      write(figures);
      report(losses, network.parameters(), pictures);
    }
    if (!same) {
      throw new IllegalStateException("libtorch and Fanwise differ");
    }
  }

  /** 0.1 itself, as Python has it, not the float next to it. */
  private static double learningRate() {
    return Double.parseDouble(Float.toString(Twin.LEARNING_RATE));
  }

  private static boolean compare(String name, float[] torch, float[] fanwise) {
    int differing = 0;
    for (int i = 0; i < torch.length; i++) {
      differing += Float.floatToRawIntBits(torch[i]) == Float.floatToRawIntBits(fanwise[i]) ? 0 : 1;
    }
    System.out.printf("%-16s libtorch %s%n", name, Checksum.of(torch));
    System.out.printf(
        "%-16s Fanwise  %s %s%n",
        "",
        Checksum.of(fanwise),
        differing == 0 ? "the same" : differing + " of " + torch.length + " DIFFER");
    return differing == 0 && torch.length == fanwise.length;
  }

  private static void report(double[] torch, List<float[]> weights, Pictures pictures) {
    Twin twin = Twin.drawn();
    double[] fanwise = twin.train(pictures);
    double greatest = 0;
    for (int i = 0; i < torch.length; i++) {
      greatest = Math.max(greatest, Math.abs(fanwise[i] / torch[i] - 1));
    }
    System.out.printf(
        "%d losses, %.6f to %.6f; Fanwise's twin differs by at most %.1e of the loss%n",
        torch.length, torch[0], torch[torch.length - 1], greatest);
    for (int i = 0; i < weights.size(); i++) {
      double apart = 0;
      for (int j = 0; j < weights.get(i).length; j++) {
        apart = Math.max(apart, Math.abs(weights.get(i)[j] - twin.parameters().get(i)[j]));
      }
      System.out.printf(
          "  %s after training: at most %.1e apart%n", TorchFigures.NAMES.get(i), apart);
    }
  }

  private static void write(TorchFigures figures) throws IOException {
    Path file = Path.of("target", "torch.txt").toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADER + figures.text());
    TorchFigures stored = TorchFigures.stored();
    System.out.printf(
        "%s%n  checksums as the sample stores them: %s, losses: %s%n",
        file,
        figures.pixels().equals(stored.pixels())
            && figures.parameters().equals(stored.parameters()),
        Arrays.equals(figures.losses(), stored.losses()));
  }
}
