package dev.fanwise.processor.engines;

import dev.fanwise.HalfPrecision;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.runtime.JaxFill;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.TorchGenerator;
import java.util.Arrays;

/** What a field's elements are, and the runtime's calls that make them by hand. */
sealed interface EngineLaw {
  /** Draws nothing. */
  record Fixed(double value) implements EngineLaw {}

  record Uniform(double low, double high) implements EngineLaw {}

  record Normal(double mean, double std) implements EngineLaw {}

  /** Cut at so many standard deviations from the mean. */
  record Truncated(double mean, double std, double lower, double upper) implements EngineLaw {}

  /** PyTorch's {@code sparse_}. */
  record Sparse(int rows, int columns, int zeros, double std) implements EngineLaw {}

  /** The next elements of a generator. */
  default double[] torch(TorchGenerator generator, FieldKind kind, int elements) {
    if (this instanceof Fixed fixed) {
      return fixed(fixed, kind, elements);
    }
    FieldKind flat = flat(kind);
    Object row = flat.row(elements);
    Sink sink = sink(row, flat);
    if (this instanceof Uniform uniform) {
      generator.uniform(sink, elements, uniform.low, uniform.high);
    } else if (this instanceof Normal normal) {
      generator.normal(sink, elements, normal.mean, normal.std);
    } else if (this instanceof Truncated cut) {
      double low = cut.mean + cut.std * cut.lower;
      double high = cut.mean + cut.std * cut.upper;
      generator.truncatedNormal(sink, elements, cut.mean, cut.std, low, high);
    } else {
      Sparse sparse = (Sparse) this;
      generator.sparse(sink, sparse.rows, sparse.columns, sparse.zeros, sparse.std);
    }
    return flat.read(row);
  }

  /** The elements of a key. */
  default double[] jax(long key, FieldKind kind, int elements) {
    if (this instanceof Fixed fixed) {
      return fixed(fixed, kind, elements);
    }
    if (kind.isHalf()) {
      short[] halves = new short[elements];
      Uniform uniform = (Uniform) this;
      HalfPrecision precision = HalfPrecision.valueOf(kind.name());
      JaxFill.uniform(halves, 0, elements, key, 0, uniform.low, uniform.high, precision);
      return kind.read(halves);
    }
    float[] floats = new float[elements];
    if (this instanceof Uniform uniform) {
      JaxFill.uniform(floats, 0, elements, key, 0, uniform.low, uniform.high);
    } else if (this instanceof Normal normal) {
      JaxFill.normal(floats, 0, elements, key, 0, normal.mean, normal.std);
    } else {
      Truncated cut = (Truncated) this;
      JaxFill.truncatedNormal(floats, 0, elements, key, 0, cut.mean, cut.std, cut.lower, cut.upper);
    }
    return FieldKind.FLOATS.read(floats);
  }

  private static double[] fixed(Fixed fixed, FieldKind kind, int elements) {
    double[] all = new double[elements];
    Arrays.fill(all, kind.round(fixed.value));
    return all;
  }

  /** A kind with the same type of elements, in one array. */
  private static FieldKind flat(FieldKind kind) {
    return kind.isHalf() ? kind : kind.isDouble() ? FieldKind.DOUBLES : FieldKind.FLOATS;
  }

  private static Sink sink(Object row, FieldKind kind) {
    if (row instanceof short[] halves) {
      return Sink.of(halves, 0, HalfPrecision.valueOf(kind.name()));
    }
    return row instanceof double[] doubles ? Sink.of(doubles, 0) : Sink.of((float[]) row, 0);
  }
}
