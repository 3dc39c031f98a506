package dev.fanwise.inspect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.fanwise.HalfPrecision;
import dev.fanwise.card.model.Values;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A file of safetensors: a header in JSON, then the bytes of all tensors. */
final class TensorFile implements Closeable {
  /** The format allows no longer header. */
  private static final long LONGEST_HEADER = 100_000_000;

  private static final int CHUNK = 1 << 16;

  /**
   * One tensor.
   *
   * @param type how its elements are stored, as the file says it
   * @param from its first byte in the file
   * @param to the byte after its last
   */
  record Tensor(String name, String type, long[] shape, long from, long to) {
    /** The type as the runtime has it, or null if it is none of weights. */
    DataType dataType() {
      return switch (type) {
        case "F32", "F64", "BF16", "F16" -> DataType.valueOf(type);
        default -> null;
      };
    }
  }

  private final Path path;
  private final FileChannel channel;
  private final List<Tensor> tensors = new ArrayList<>();

  private TensorFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Opens a file and reads its header. */
  static TensorFile open(Path path) throws IOException {
    TensorFile file = new TensorFile(path, FileChannel.open(path));
    try {
      file.readHeader();
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void readHeader() throws IOException {
    long size = channel.size();
    long length = size < Long.BYTES ? -1 : read(0, Long.BYTES).getLong(0);
    if (length < 2 || length > Math.min(LONGEST_HEADER, size - Long.BYTES)) {
      throw refusal("its header is longer than the file, or there is none");
    }
    String text = StandardCharsets.UTF_8.decode(read(Long.BYTES, (int) length)).toString();
    long start = Long.BYTES + length;
    try {
      for (Map.Entry<String, JsonElement> entry :
          JsonParser.parseString(text).getAsJsonObject().entrySet()) {
        if (!entry.getKey().equals("__metadata__")) {
          tensors.add(tensor(entry.getKey(), entry.getValue().getAsJsonObject(), start, size));
        }
      }
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | NumberFormatException e) {
      throw refusal("its header is not as the format has it: " + e.getMessage());
    }
    tensors.sort(Comparator.comparingLong(Tensor::from));
  }

  private Tensor tensor(String name, JsonObject json, long start, long size) {
    JsonArray dimensions = json.getAsJsonArray("shape");
    JsonArray offsets = json.getAsJsonArray("data_offsets");
    long[] shape = new long[dimensions.size()];
    long elements = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dimensions.get(i).getAsLong();
      elements = Math.multiplyExact(elements, shape[i]);
    }
    Tensor tensor =
        new Tensor(
            name,
            json.get("dtype").getAsString(),
            shape,
            start + offsets.get(0).getAsLong(),
            start + offsets.get(1).getAsLong());
    boolean isInside = tensor.from >= start && tensor.from <= tensor.to && tensor.to <= size;
    boolean fits =
        tensor.dataType() == null
            || tensor.to - tensor.from == elements * tensor.dataType().bytes();
    if (elements < 0 || !isInside || !fits) {
      throw refusal("its tensor " + name + " has not the bytes that its shape needs");
    }
    return tensor;
  }

  private Refusal refusal(String reason) {
    return new Refusal(Exit.USAGE, path + " is no file of safetensors: " + reason + ".");
  }

  /** The tensors in the order of their bytes. */
  List<Tensor> tensors() {
    return tensors;
  }

  /** A tensor's elements, read some at a time. */
  Values values(Tensor tensor, long elements) {
    return new Values() {
      @Override
      public long count() {
        return elements;
      }

      @Override
      public void read(Chunk chunk) {
        double[] buffer = new double[CHUNK];
        int width = tensor.dataType().bytes();
        for (long done = 0; done < elements; done += CHUNK) {
          int count = (int) Math.min(CHUNK, elements - done);
          try {
            ByteBuffer bytes = TensorFile.this.read(tensor.from + done * width, count * width);
            copy(tensor.dataType(), bytes, count, buffer);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          chunk.take(buffer, count);
        }
      }
    };
  }

  private static void copy(DataType type, ByteBuffer bytes, int count, double[] into) {
    for (int i = 0; i < count; i++) {
      into[i] =
          switch (type) {
            case F32 -> bytes.getFloat(Float.BYTES * i);
            case F64 -> bytes.getDouble(Double.BYTES * i);
            case BF16 -> HalfFloats.toFloat(bytes.getShort(Short.BYTES * i), HalfPrecision.BF16);
            case F16 -> HalfFloats.toFloat(bytes.getShort(Short.BYTES * i), HalfPrecision.FP16);
          };
    }
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException(path + " ends too early");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
