package dev.fanwise.samples.llama;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.ProgressListener;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.checkpoint.WriteReport;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * A decoder of Llama's sizes as a checkpoint: drawn where it is written, so that no array of the
 * model exists.
 */
public final class LlamaSample {
  static final long SEED = 42;

  private LlamaSample() {}

  /**
   * Writes the decoder of 7 billion weights, 13.5 GB; started again after an interruption, it keeps
   * the files that are whole.
   *
   * @param args the folder that {@code weights/llama-7b} is to be in, {@code target} if there is
   *     none
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args.length > 0 ? args[0] : "target");
    write(Sizes.LLAMA_7B, target.resolve("weights/llama-7b"));
  }

  /** Writes the scaled decoder into a folder of the folder for the weights. */
  public static void run(Path target) throws IOException {
    long all = LlamaInitializer.parameterCount(new Llama(Sizes.LLAMA_7B));
    print(
        "g. Llama: Touvron et al. (2023), drawn into a checkpoint larger than memory, here scaled");
    print("\nOf Llama 7B's sizes the decoder has %,d weights; scaled:\n", all);
    write(Sizes.SCALED, target.resolve("weights/llama"));
    print("docs/checkpoints.md has the command that writes the one of 7B.");
  }

  private static void write(Sizes sizes, Path folder) throws IOException {
    Files.createDirectories(folder);
    WriteReport report = write(sizes, folder, options());
    print(
        "Written: %,d tensors of bfloat16, %,d bytes, in %s",
        report.tensors(), report.totalSize(), report.files());
    print("  %s", folder.toAbsolutePath());
  }

  private static WriteOptions options() {
    return WriteOptions.defaults()
        .pool(ForkJoinPool.commonPool())
        .progress(ProgressListener.bar(System.out))
        .metadata(Map.of("format", "pt"))
        .resume(true);
  }

  /** Draws and writes a decoder. */
  static WriteReport write(Sizes sizes, Path folder, WriteOptions options) throws IOException {
    List<LazyParameter> parameters = LlamaInitializer.lazyParameters(new Llama(sizes), SEED);
    parameters.stream()
        .map(LazyParameter::info)
        .filter(info -> !info.name().contains("layers") || info.name().contains("layers.0."))
        .map(ParameterInfo::toString)
        .forEach(text -> print("  %s", text));
    return Checkpoint.write(folder, parameters, options);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
