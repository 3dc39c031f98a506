package dev.fanwise.engines;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.ParameterInfo;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/** A parameter with the law that it is drawn from. */
public final class Drawing {
  /** Elements of a chunk: whole tiles of the stream, and few enough for a cache. */
  private static final int CHUNK = 1 << 16;

  /** Receives elements, one piece after the other. */
  public interface Chunks {
    /**
     * Receives a piece.
     *
     * @param array a {@code float[]}, {@code double[]} or {@code short[]}, whose contents change
     *     when the next piece comes
     * @param count how many of its elements, from the first on, are the piece
     * @param from the place in memory of the first
     */
    void write(Object array, int count, long from);
  }

  private final EngineParameter parameter;
  private final ParameterInfo info;
  private final Draws draws;
  private final long key;

  Drawing(EngineParameter parameter, String scheme, Draws draws, long key) {
    this.parameter = parameter;
    this.draws = draws;
    this.key = key;
    ParameterInfo.Builder builder =
        ParameterInfo.of(parameter.name(), parameter.shape())
            .scheme(scheme)
            .dataType(parameter.dataType());
    this.info = draws.describe(described(builder, parameter));
  }

  /** With what is known of the layer; the fans are those of weights, a bias has none. */
  static ParameterInfo.Builder described(ParameterInfo.Builder builder, EngineParameter parameter) {
    Geometry geometry = parameter.geometry();
    if (geometry != null && parameter.kind().isWeight()) {
      builder.fans(geometry.fans());
      builder.layout(geometry.layout(), geometry.connection(), geometry.groups());
    }
    return builder;
  }

  /** The parameter. */
  public EngineParameter parameter() {
    return parameter;
  }

  /** Its name, shape, fans and law. */
  public ParameterInfo info() {
    return info;
  }

  /**
   * Draws all elements into an array.
   *
   * @param array a {@code float[]}, {@code double[]} or {@code short[]} of the parameter's type,
   *     with as many places as there are elements
   */
  public void into(Object array) {
    fill(array, Math.toIntExact(parameter.elements()), 0);
  }

  /**
   * Draws all elements into the engine's own memory; floats and doubles without a copy.
   *
   * @param memory as many bytes as the elements take, in the order of the machine
   */
  public void into(ByteBuffer memory) {
    int elements = Math.toIntExact(parameter.elements());
    switch (parameter.dataType()) {
      case F32:
        draws.into(memory.asFloatBuffer(), 0, elements, key, 0);
        break;
      case F64:
        draws.into(memory.asDoubleBuffer(), 0, elements, key, 0);
        break;
      default:
        ShortBuffer shorts = memory.asShortBuffer();
        inChunks((array, count, from) -> shorts.put((short[]) array, 0, count));
    }
  }

  /** Draws all elements, one chunk after the other. */
  public void inChunks(Chunks chunks) {
    long elements = parameter.elements();
    int most = (int) Math.min(elements, draws.hasRanges() ? CHUNK : Integer.MAX_VALUE);
    Object array = newArray(parameter.dataType(), most);
    for (long from = 0; from < elements; from += most) {
      int count = (int) Math.min(most, elements - from);
      fill(array, count, from);
      chunks.write(array, count, from);
    }
  }

  private void fill(Object array, int count, long from) {
    switch (parameter.dataType()) {
      case F32:
        draws.into((float[]) array, 0, count, key, from);
        break;
      case F64:
        draws.into((double[]) array, 0, count, key, from);
        break;
      case BF16:
        draws.into((short[]) array, 0, count, key, from, HalfPrecision.BF16);
        break;
      case F16:
        draws.into((short[]) array, 0, count, key, from, HalfPrecision.FP16);
        break;
    }
  }

  /** An array for elements of a type. */
  public static Object newArray(DataType type, int length) {
    switch (type) {
      case F32:
        return new float[length];
      case F64:
        return new double[length];
      default:
        return new short[length];
    }
  }
}
