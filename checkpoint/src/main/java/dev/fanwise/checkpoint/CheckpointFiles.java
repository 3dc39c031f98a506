package dev.fanwise.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a checkpoint: one, or those of an index. */
@NewerAndroid(26)
final class CheckpointFiles {
  private CheckpointFiles() {}

  /**
   * Reads the headers of a checkpoint's files.
   *
   * @param fileOrDirectory a safetensors file, an index, or a folder with one of these
   */
  static List<CheckpointFile> of(Path fileOrDirectory) throws IOException {
    Path file = fileOrDirectory;
    if (Files.isDirectory(file)) {
      Path single = file.resolve(CheckpointPlan.SINGLE);
      Path index = file.resolve(CheckpointPlan.INDEX);
      file = Files.exists(single) ? single : index;
      if (!Files.exists(file)) {
        throw new NoSuchFileException(
            fileOrDirectory.toString(),
            null,
            "neither " + CheckpointPlan.SINGLE + " nor " + CheckpointPlan.INDEX + " is there");
      }
    }
    if (file.getFileName().toString().endsWith(".json")) {
      return ofIndex(file);
    }
    List<CheckpointFile> files = new ArrayList<>();
    files.add(new CheckpointFile(file));
    return files;
  }

  private static List<CheckpointFile> ofIndex(Path file) throws IOException {
    IndexFile.checkSize(file.toString(), Files.size(file));
    IndexFile index = IndexFile.read(file.toString(), Files.readAllBytes(file));
    List<CheckpointFile> files = new ArrayList<>();
    for (String name : index.files()) {
      CheckpointFile one = new CheckpointFile(file.resolveSibling(name));
      files.add(one);
      index.add(name, one.header());
    }
    index.checkComplete();
    return files;
  }
}
