package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes and reads a model's parameters in the safetensors format, which PyTorch, JAX, MLX and
 * others read.
 *
 * <pre>{@code
 * Safetensors.write(file, visitor -> MlpInitializer.visitParameters(model, visitor));
 * }</pre>
 *
 * <p>Each parameter becomes a tensor with its name, shape and {@link DataType}. Elements are
 * written from the weights as they are, by way of a small buffer: no tensor is copied as a whole,
 * and a file may be larger than memory's largest array. Of a buffer all elements are written,
 * whatever its position and limit. Weights must not change meanwhile. Tensors and metadata are in
 * the order of the format's own library (larger elements first, then by name), so that the same
 * parameters in any order give the same bytes.
 *
 * <p>All methods that write throw {@link IllegalArgumentException} before the first byte is written
 * if
 *
 * <ul>
 *   <li>weights are null, of another type than the parameter's or of another length than its shape
 *       has elements, nested arrays on every level;
 *   <li>two parameters have one name, or one is empty, {@code __metadata__} or no Unicode text
 *       (half a surrogate pair);
 *   <li>names and metadata make a header of more than 100,000,000 bytes, which readers refuse.
 * </ul>
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">The format</a>
 */
public final class Safetensors {
  private final List<StoredTensor> tensors;
  private final byte[] header;

  /** The tensor that is written now. */
  private String at = "the header";

  private Safetensors(ParameterSource parameters, Map<String, String> metadata) {
    tensors = collect(parameters);
    Collections.sort(tensors, TensorEntry.FILE_ORDER);
    header = SafetensorsHeader.of(tensors, metadata, SafetensorsHeader.LIMIT);
  }

  /**
   * Writes a file. One that is there already is replaced when the new one is complete. On Android
   * {@code Path} needs API level 26; before it, write to a stream.
   *
   * @param file where to write
   * @param parameters the parameters, which are walked once
   * @throws IOException if that fails; the file is then as it was before
   */
  public static void write(Path file, ParameterSource parameters) throws IOException {
    new Safetensors(parameters, null).writeTo(file);
  }

  /**
   * Writes a file with metadata.
   *
   * @param file where to write
   * @param parameters the parameters, which are walked once
   * @param metadata any texts by names, which readers find as {@code __metadata__}
   * @throws IOException if that fails; the file is then as it was before
   */
  public static void write(Path file, ParameterSource parameters, Map<String, String> metadata)
      throws IOException {
    Objects.requireNonNull(metadata, "metadata");
    new Safetensors(parameters, metadata).writeTo(file);
  }

  /**
   * Writes to a stream, which is neither flushed nor closed. Writes are of up to 64 KiB, so that it
   * need not be buffered.
   *
   * @param out where to write
   * @param parameters the parameters, which are walked once
   * @throws IOException if the stream fails
   */
  public static void write(OutputStream out, ParameterSource parameters) throws IOException {
    new Safetensors(parameters, null).writeTo(out);
  }

  /**
   * Writes to a stream with metadata; else as {@link #write(OutputStream, ParameterSource)}.
   *
   * @param out where to write
   * @param parameters the parameters, which are walked once
   * @param metadata any texts by names, which readers find as {@code __metadata__}
   * @throws IOException if the stream fails
   */
  public static void write(
      OutputStream out, ParameterSource parameters, Map<String, String> metadata)
      throws IOException {
    Objects.requireNonNull(metadata, "metadata");
    new Safetensors(parameters, metadata).writeTo(out);
  }

  /**
   * Reads a file into a model's weights; fields that are null are given arrays. On Android {@code
   * Path} needs API level 26; before it, read from a stream.
   *
   * @param file the file; {@link Checkpoint#read} also takes those of several parts
   * @param into the model's parameters: {@code visitor -> NetInitializer.visitParameters(net,
   *     visitor)}; walked twice
   * @return what was read
   * @throws IllegalArgumentException if the file does not fit the model, with all differences; then
   *     nothing is written
   * @throws MalformedFileException if the format does not allow what is in the file; then nothing
   *     is written
   * @throws IOException if reading fails
   */
  @NewerAndroid(26)
  public static ReadReport read(Path file, ParameterSource into, ReadOptions options)
      throws IOException {
    return new Reading(file.toString(), Reading.one(new CheckpointFile(file)), into, options)
        .read();
  }

  /**
   * Reads a stream, which is not closed, to the end of its last tensor that is wanted; else as
   * {@link #read(Path, ParameterSource, ReadOptions)}. Where a stream ends too early is not known
   * before: then some weights have been written.
   *
   * @throws java.io.EOFException if the stream ends too early
   */
  public static ReadReport read(InputStream in, ParameterSource into, ReadOptions options)
      throws IOException {
    return new Reading("the stream", Reading.one(new StreamedFile(in)), into, options).read();
  }

  /**
   * The parameters, checked. They are walked only once: the weights are the model's own, so keeping
   * hold of them until they are written costs nothing.
   */
  private static List<StoredTensor> collect(ParameterSource parameters) {
    List<StoredTensor> tensors = new ArrayList<>();
    Set<String> names = new HashSet<>();
    parameters.visitParameters(
        (info, weights) -> {
          TensorEntry.checkName(info.name(), names);
          tensors.add(new StoredTensor(info, weights));
        });
    return tensors;
  }

  private void writeTo(Path file) throws IOException {
    ReplacedFile.write(file, this::writeTo, () -> at);
  }

  private void writeTo(OutputStream out) throws IOException {
    out.write(header);
    TensorBytes bytes = new TensorBytes(out);
    for (StoredTensor tensor : tensors) {
      at = tensor.name();
      bytes.write(tensor);
    }
  }
}
