package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Where a tensor of PyTorch's stream is kept, and what its type keeps of a float. */
enum TorchStorage {
  FLOATS {
    @Override
    Filled open(int n) {
      float[] array = new float[n + 3];
      return new Filled(Sink.of(array, 2), i -> array[2 + i]);
    }
  },
  DIRECT_BUFFER {
    @Override
    Filled open(int n) {
      FloatBuffer buffer = ByteBuffer.allocateDirect(4 * n + 12).asFloatBuffer();
      return new Filled(Sink.of(buffer, 1), i -> buffer.get(1 + i));
    }
  },
  NESTED {
    @Override
    Filled open(int n) {
      int columns = n % 7 == 0 && n > 0 ? 7 : Math.max(n, 1);
      float[][] rows = new float[Math.max(n / columns, 1)][columns];
      Sink sink = Sink.nested(rows, rows.length, columns);
      return new Filled(sink, i -> rows[i / columns][i % columns]);
    }
  },
  BF16 {
    @Override
    Filled open(int n) {
      return half(n, HalfPrecision.BF16);
    }

    @Override
    float cast(float value) {
      return HalfFloats.toFloat(HalfFloats.of(value, HalfPrecision.BF16), HalfPrecision.BF16);
    }
  },
  FP16 {
    @Override
    Filled open(int n) {
      return half(n, HalfPrecision.FP16);
    }

    @Override
    float cast(float value) {
      return HalfFloats.toFloat(HalfFloats.of(value, HalfPrecision.FP16), HalfPrecision.FP16);
    }
  };

  interface Reader {
    float get(int i);
  }

  record Filled(Sink sink, Reader reader) {
    float[] values(int n) {
      float[] values = new float[n];
      for (int i = 0; i < n; i++) {
        values[i] = reader.get(i);
      }
      return values;
    }
  }

  abstract Filled open(int n);

  float cast(float value) {
    return value;
  }

  boolean isFloat() {
    return this != BF16 && this != FP16;
  }

  private static Filled half(int n, HalfPrecision precision) {
    short[] array = new short[n + 3];
    return new Filled(
        Sink.of(array, 3, precision), i -> HalfFloats.toFloat(array[3 + i], precision));
  }
}
