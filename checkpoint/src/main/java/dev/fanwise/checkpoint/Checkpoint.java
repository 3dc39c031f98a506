package dev.fanwise.checkpoint;

import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ParameterSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes and reads models of any size as safetensors files in a folder, named and indexed as
 * Hugging Face's tools expect them.
 *
 * <pre>{@code
 * Checkpoint.write(folder, NetInitializer.lazyParameters(new Net(), 42L), WriteOptions.defaults());
 * }</pre>
 *
 * <p>Needs {@link Path}, and so Android's API level 26.
 */
@NewerAndroid(26)
public final class Checkpoint {
  private static final Pattern SHARD = Pattern.compile("model-\\d{5}-of-\\d{5}\\.safetensors");
  private static final Pattern PART = Pattern.compile("\\.model.*\\.safetensors.*\\.part");

  private Checkpoint() {}

  /**
   * Which tensor goes where, without writing anything.
   *
   * @throws IllegalArgumentException if a file cannot have the names or the metadata
   */
  public static CheckpointPlan plan(List<LazyParameter> parameters, WriteOptions options) {
    return CheckpointPlan.of(parameters, options);
  }

  /**
   * Draws parameters and writes them, a piece at a time: no array is made but for tensors that are
   * drawn whole, one of them at a time. The bytes depend on the parameters and on the sizes and
   * metadata in the options alone.
   *
   * <p>Each file gets its name when it is whole, and the index comes last: as long as it is not
   * there the folder holds no model. Files of an earlier model with these names are replaced, and
   * those that the new model has no use for are deleted at the end. A writer that fails or is
   * killed leaves the files that were whole, so that {@link WriteOptions#resume} goes on from
   * there.
   *
   * @param directory the folder, which is made if it is missing, but not the folders above it
   * @throws java.io.InterruptedIOException if the thread is interrupted
   * @throws IOException if writing fails; the message names the file and the tensor
   * @throws IllegalArgumentException if a file cannot have the names or the metadata; then nothing
   *     is written
   */
  public static WriteReport write(
      Path directory, List<LazyParameter> parameters, WriteOptions options) throws IOException {
    return write(directory, parameters, options, false);
  }

  /**
   * Writes the weights that a model holds, such as trained ones, as {@link #write(Path, List,
   * WriteOptions)} does those that are drawn. They must not change meanwhile.
   *
   * @param model the model's parameters: {@code visitor -> NetInitializer.visitParameters(net,
   *     visitor)}; walked once
   * @throws java.io.InterruptedIOException if the thread is interrupted
   * @throws IOException if writing fails; the message names the file and the tensor
   * @throws IllegalArgumentException if weights are null or do not fit their shapes, or a file
   *     cannot have the names or the metadata; then nothing is written
   */
  public static WriteReport write(Path directory, ParameterSource model, WriteOptions options)
      throws IOException {
    List<LazyParameter> parameters = new ArrayList<>();
    model.visitParameters(
        (info, weights) -> {
          StoredTensor checked = new StoredTensor(info, weights);
          parameters.add(LazyParameters.held(info, checked.weights()));
        });
    return write(directory, parameters, options, true);
  }

  /**
   * @param isHeld whether elements are there and cost nothing: then all are compared
   */
  private static WriteReport write(
      Path directory, List<LazyParameter> parameters, WriteOptions options, boolean isHeld)
      throws IOException {
    CheckpointPlan plan = CheckpointPlan.of(parameters, options);
    prepare(directory);
    Path index = directory.resolve(CheckpointPlan.INDEX);
    List<String> files = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Progress progress = new Progress(options.progress(), plan.totalSize());
    int threads = options.pool() == null ? 1 : options.pool().getParallelism();
    Spool.Buffers buffers = new Spool.Buffers(threads);
    boolean isIndexed = Files.exists(index);
    int tensors = 0;
    for (CheckpointPlan.Shard shard : plan.shards()) {
      tensors += shard.tensors().size();
      Path file = directory.resolve(shard.file());
      files.add(shard.file());
      if (options.isResumed() && KeptShard.isWhole(file, shard, parameters, isHeld)) {
        kept.add(shard.file());
        progress.add(shard.bytes(), shard.file());
        continue;
      }
      if (isIndexed) {
        Files.deleteIfExists(index); // it must not tell of a model that is partly another
        isIndexed = false;
      }
      write(file, shard, parameters, options, progress, buffers);
    }
    if (plan.isSharded()) {
      Files.deleteIfExists(directory.resolve(CheckpointPlan.SINGLE));
      write(index, plan.index());
      files.add(CheckpointPlan.INDEX);
    } else {
      Files.deleteIfExists(index);
    }
    deleteOthers(directory, files);
    return new WriteReport(files, kept, plan.totalSize(), tensors);
  }

  /**
   * Reads a checkpoint into a model's weights; fields that are null are given arrays.
   *
   * @param fileOrDirectory a safetensors file, an index, or a folder with one of these
   * @param into the model's parameters: {@code visitor -> NetInitializer.visitParameters(net,
   *     visitor)}; walked twice
   * @return what was read
   * @throws IllegalArgumentException if the files do not fit the model, with all differences; then
   *     nothing is written
   * @throws MalformedFileException if the format does not allow what is in the files; then nothing
   *     is written
   * @throws IOException if reading fails
   */
  public static ReadReport read(Path fileOrDirectory, ParameterSource into, ReadOptions options)
      throws IOException {
    List<CheckpointFile> files = CheckpointFiles.of(fileOrDirectory);
    return new Reading(fileOrDirectory.toString(), files, into, options).read();
  }

  private static void prepare(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (Files.exists(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    Path parent = directory.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new NoSuchFileException(
          directory.toString(), null, "the folder that it is to be in is missing");
    }
    try {
      Files.createDirectory(directory);
    } catch (AccessDeniedException e) {
      AccessDeniedException denied =
          new AccessDeniedException(
              directory.toString(), null, "no permission to make this folder");
      denied.initCause(e);
      throw denied;
    }
  }

  private static String partName(Path file) {
    return "." + file.getFileName() + ".part";
  }

  private static void write(
      Path file,
      CheckpointPlan.Shard shard,
      List<LazyParameter> parameters,
      WriteOptions options,
      Progress progress,
      Spool.Buffers buffers)
      throws IOException {
    String first = shard.tensors().isEmpty() ? null : shard.tensors().get(0).name();
    try (PartFile part = new PartFile(file, partName(file), first)) {
      new ShardWriter(parameters, shard, file, part, progress, buffers).write(options.pool());
      part.commit();
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (PartFile part = new PartFile(file, partName(file), null)) {
      part.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0, "the index");
      part.commit();
    }
  }

  /** Deletes files of earlier models, and what killed writers left. */
  private static void deleteOthers(Path directory, List<String> files) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path one : all) {
        String name = one.getFileName().toString();
        boolean isOurs = SHARD.matcher(name).matches() || PART.matcher(name).matches();
        if (isOurs && !files.contains(name) && Files.isRegularFile(one)) {
          Files.deleteIfExists(one);
        }
      }
    }
  }
}
