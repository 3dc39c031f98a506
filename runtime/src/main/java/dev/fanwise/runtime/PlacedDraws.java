package dev.fanwise.runtime;

import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Elements that are written one by one to a {@link Sink}, whatever the storage. */
abstract class PlacedDraws extends Draws {
  PlacedDraws(double mean, double std, double low, double high) {
    super((Distribution) null, mean, std, low, high);
  }

  /** Checks that a type can hold the elements, and that they may be drawn without the others. */
  abstract void check(DataType type, int count, long from);

  abstract void fill(Sink into, int count, long key, long from);

  @Override
  Draws scaled(double factor) {
    return null;
  }

  @Override
  public final void into(float[] into, int offset, int count, long key, long from) {
    Fill.checkRange(into.length, offset, count, from);
    check(DataType.F32, count, from);
    fill(Sink.of(into, offset), count, key, from);
  }

  @Override
  public final void into(double[] into, int offset, int count, long key, long from) {
    Fill.checkRange(into.length, offset, count, from);
    check(DataType.F64, count, from);
    fill(Sink.of(into, offset), count, key, from);
  }

  @Override
  public final void into(FloatBuffer into, int offset, int count, long key, long from) {
    Fill.checkRange(into.capacity(), offset, count, from);
    check(DataType.F32, count, from);
    fill(Sink.of(into, offset), count, key, from);
  }

  @Override
  public final void into(DoubleBuffer into, int offset, int count, long key, long from) {
    Fill.checkRange(into.capacity(), offset, count, from);
    check(DataType.F64, count, from);
    fill(Sink.of(into, offset), count, key, from);
  }

  @Override
  public final void into(
      short[] into, int offset, int count, long key, long from, HalfPrecision precision) {
    Fill.checkRange(into.length, offset, count, from);
    check(precision == HalfPrecision.BF16 ? DataType.BF16 : DataType.F16, count, from);
    fill(Sink.of(into, offset, precision), count, key, from);
  }
}
