package dev.fanwise.samples.export;

import dev.fanwise.checkpoint.Safetensors;
import dev.fanwise.runtime.ParameterSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A model's weights as a safetensors file, for PyTorch and others to read. */
public final class WeightFile {
  private WeightFile() {}

  /**
   * Writes the file.
   *
   * @param file its folders are made if need be
   * @param parameters the model's {@code visitParameters}
   * @return what was written and how to load it, for people to read
   */
  public static String write(Path file, ParameterSource parameters) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Safetensors.write(file, parameters);

    AtomicLong tensors = new AtomicLong();
    AtomicLong weights = new AtomicLong();
    parameters.visitParameters(
        (info, array) -> {
          tensors.incrementAndGet();
          weights.addAndGet(info.elements());
        });
    return String.format(
        Locale.ROOT,
        """
        Written: %,d tensors of %,d weights, %,d bytes
          %s
        In Python: weights = safetensors.torch.load_file("%s"), see docs/checkpoints.md\
        """,
        tensors.get(),
        weights.get(),
        Files.size(file),
        file.toAbsolutePath(),
        file.getFileName());
  }
}
