package dev.fanwise.samples;

import dev.fanwise.samples.adapt.AdaptSample;
import dev.fanwise.samples.classics.ClassicsSample;
import dev.fanwise.samples.conv.ConvSample;
import dev.fanwise.samples.depth.DepthSample;
import dev.fanwise.samples.gpt.GptSample;
import dev.fanwise.samples.llama.LlamaSample;
import dev.fanwise.samples.twin.TwinSample;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the samples one after the other and says where to look afterwards. */
public final class Main {
  private Main() {}

  /**
   * Runs all samples.
   *
   * @param args the module's build folder, {@code target} if there is none
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args.length > 0 ? args[0] : "target").toAbsolutePath().normalize();
    long start = System.nanoTime();
    ClassicsSample.run();
    System.out.println();
    DepthSample.run(target.resolve("plots"));
    System.out.println();
    GptSample.run(target);
    System.out.println();
    ConvSample.run(target);
    System.out.println();
    TwinSample.run(target);
    System.out.println();
    AdaptSample.run(target.resolve("plots"));
    System.out.println();
    LlamaSample.run(target);
    System.out.printf("%nDone in %d s.%n", (System.nanoTime() - start) / 1_000_000_000);
    System.out.println("The initialisers that javac wrote on the way, worth a look:");
    System.out.println("  " + target.resolve("generated-sources/annotations"));
    System.out.println("The plots and the files of weights:");
    System.out.println("  " + target.resolve("plots"));
    System.out.println("  " + target.resolve("weights"));
  }
}
