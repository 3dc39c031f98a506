package dev.fanwise.runtime;

import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * A law that every element has, whatever its place: a law is two methods here, and a storage one.
 * Numbers are rounded once to floats where elements are drawn as floats, as the literals of
 * generated code are.
 */
abstract class ElementDraws extends Draws {
  ElementDraws(Distribution distribution, double mean, double std, double low, double high) {
    super(distribution, mean, std, low, high);
  }

  /** The law for floats and 16-bit numbers, once its numbers have been checked. */
  abstract FloatLaw floats();

  /** The law for doubles, once its numbers have been checked. */
  abstract DoubleLaw doubles();

  @Override
  public final void into(float[] into, int offset, int count, long key, long from) {
    Fill.checkRange(into.length, offset, count, from);
    floats().fill(into, offset, count, key, from);
  }

  @Override
  public final void into(double[] into, int offset, int count, long key, long from) {
    Fill.checkRange(into.length, offset, count, from);
    doubles().fill(into, offset, count, key, from);
  }

  @Override
  public final void into(FloatBuffer into, int offset, int count, long key, long from) {
    Fill.checkRange(into.capacity(), offset, count, from);
    FloatBuffers.fill(floats(), into, offset, count, key, from);
  }

  @Override
  public final void into(DoubleBuffer into, int offset, int count, long key, long from) {
    Fill.checkRange(into.capacity(), offset, count, from);
    DoubleBuffers.fill(doubles(), into, offset, count, key, from);
  }

  @Override
  public final void into(
      short[] into, int offset, int count, long key, long from, HalfPrecision precision) {
    Fill.checkRange(into.length, offset, count, from);
    Halves.fill(floats(), into, offset, count, key, from, precision);
  }
}
