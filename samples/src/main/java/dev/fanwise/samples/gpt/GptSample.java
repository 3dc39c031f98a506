package dev.fanwise.samples.gpt;

import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.samples.export.WeightFile;
import dev.fanwise.samples.plot.Line;
import dev.fanwise.samples.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A decoder made of reusable layers, and why GPT-2 scales its residual projections: Radford et al.,
 * "Language Models are Unsupervised Multitask Learners" (2019), section 2.3. Sends random tokens
 * through a fresh model with and without the scaling, then writes its weights to a file.
 */
public final class GptSample {
  private static final long SEED = 42;

  private GptSample() {}

  /** Runs the sample; the argument, if any, is the folder for the plot and the weights. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "target"));
  }

  /** Runs the sample, prints what it measures, and leaves a plot and a file of weights. */
  public static void run(Path target) throws IOException {
    System.setProperty("java.awt.headless", "true"); // before anything draws: no display is needed
    Gpt scaled = ResidualStream.scaled(SEED);
    Gpt unscaled = ResidualStream.unscaled(SEED);
    int[] tokens = new SplittableRandom(SEED).ints(scaled.context, 0, scaled.vocabulary).toArray();

    ResidualStream with = ResidualStream.measure(scaled, 1 / Math.sqrt(2 * Gpt.BLOCKS), tokens);
    ResidualStream without = ResidualStream.measure(unscaled, 1, tokens);

    model(scaled);
    table(with, without);
    print(
        "\nLoss of the next token: %.3f nats; of a guess among %d: %.3f",
        scaled.loss(tokens), scaled.vocabulary, Math.log(scaled.vocabulary));
    if (LinePlot.canDrawText()) {
      print("\nDrawn:");
      plot(with, without).save(target.resolve("plots/residual-stream.png"));
    }
    String written =
        WeightFile.write(
            target.resolve("weights/gpt.safetensors"),
            visitor -> GptInitializer.visitParameters(scaled, visitor));
    print("\n%s", written);
  }

  private static void model(Gpt gpt) {
    List<ParameterInfo> parameters = GptInitializer.parameters(gpt);
    print(
        """
        c. GPT: Radford et al. (2019), section 2.3, on a decoder of as many blocks as the smallest GPT-2

        Model: %d blocks, %d features wide; %,d weights in %d parameters, among them\
        """,
        Gpt.BLOCKS, gpt.width, GptInitializer.parameterCount(gpt), parameters.size());
    parameters.stream()
        .filter(p -> p.name().matches("tokenEmbedding|blocks[.]0[.].*(Value|projection.weights)"))
        .forEach(p -> print("  %s", p));
  }

  private static void table(ResidualStream with, ResidualStream without) {
    print(
        """

        Two branches of each of N blocks add their output to the residual stream. In a fresh model these
        are independent, so that variances add up and the stream grows with depth, unless the last
        projection of each branch starts 1/√(2N) as large. Standard deviation of the stream, random
        tokens:

                     with 1/√(2N)            without
        after     measured  theory    measured  theory\
        """);
    for (int b = 0; b <= Gpt.BLOCKS; b++) {
      print(
          "%-10s %7.4f %7.4f     %7.4f %7.4f",
          b == 0 ? "embeddings" : "block " + b,
          with.stds()[b],
          with.theory()[b],
          without.stds()[b],
          without.theory()[b]);
    }
    print(
        "grows by   %7.2f %7.2f     %7.2f %7.2f",
        with.growth(), with.theoreticalGrowth(), without.growth(), without.theoreticalGrowth());
    print(
        """

        Theory takes tokens for independent. But they come to share a part, %.0f %% of the last stream's
        mean square with the scaling and %.0f %% without, which attention does not average away.\
        """,
        100 * with.commonShare(), 100 * without.commonShare());
  }

  private static LinePlot plot(ResidualStream with, ResidualStream without) {
    LinePlot plot =
        new LinePlot(
            "Residual stream of a fresh decoder of " + Gpt.BLOCKS + " blocks",
            "block (0: the embeddings)",
            "standard deviation of the residual stream",
            0);
    plot.measured(Line.ORANGE, legend("without scaling", without), without.stds());
    plot.measured(Line.BLUE, legend("residual projections times 1/√(2N)", with), with.stds());
    plot.theory("theory: variances of independent branches add up", true, with.theory());
    plot.theory("theory without scaling", false, without.theory());
    plot.yRange(0, Math.ceil(20 * without.stds()[Gpt.BLOCKS]) / 20);
    return plot;
  }

  private static String legend(String what, ResidualStream stream) {
    return String.format(Locale.ROOT, "%s: grows %.1f-fold", what, stream.growth());
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
