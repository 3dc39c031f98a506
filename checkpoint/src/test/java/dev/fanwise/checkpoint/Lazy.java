package dev.fanwise.checkpoint;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.Sink;
import java.util.ArrayList;
import java.util.List;

/** A model by hand: parameters that are drawn lazily, and the same in arrays. */
final class Lazy {
  private interface Listed {
    void list(LazyParameters lazy);
  }

  private final List<ParameterInfo> infos = new ArrayList<>();
  private final List<Listed> listed = new ArrayList<>();
  private final long seed;

  Lazy(long seed) {
    this.seed = seed;
  }

  private long key(String name) {
    return seed * 31 + name.hashCode();
  }

  Lazy normal(String name, DataType type, int... shape) {
    infos.add(ParameterInfo.of(name, shape).dataType(type).normal(0, 1));
    long key = key(name);
    listed.add(
        lazy -> {
          switch (type) {
            case F32 ->
                lazy.floats(
                    (into, offset, from, count) ->
                        Fill.normal(into, offset, count, key, from, 0, 1));
            case F64 ->
                lazy.doubles(
                    (into, offset, from, count) ->
                        Fill.normal(into, offset, count, key, from, 0, 1));
            default ->
                lazy.shorts(
                    (into, offset, from, count) ->
                        Fill.normal(
                            into,
                            offset,
                            count,
                            key,
                            from,
                            0,
                            1,
                            type == DataType.BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16));
          }
        });
    return this;
  }

  /** A tensor that is drawn as a whole. */
  Lazy whole(String name, int rows, int columns) {
    infos.add(ParameterInfo.of(name, rows, columns).normal(0, 1));
    long key = key(name);
    listed.add(
        lazy ->
            lazy.whole(
                () -> new float[rows * columns],
                weights -> Fill.normal(weights, 0, weights.length, key, 0, 0, 1)));
    return this;
  }

  /** A tensor of PyTorch's sequence. */
  Lazy torch(String name, int elements) {
    infos.add(ParameterInfo.of(name, elements).normal(0, 1));
    listed.add(
        lazy ->
            lazy.torch(
                seed,
                () -> new float[elements],
                (weights, generator) -> generator.normal(Sink.of(weights, 0), elements, 0, 1)));
    return this;
  }

  List<LazyParameter> list() {
    LazyParameters lazy = new LazyParameters(infos);
    listed.forEach(one -> one.list(lazy));
    return lazy.list();
  }

  /** The same parameters in arrays. */
  ParameterSource source() {
    return visitor -> {
      for (LazyParameter one : list()) {
        int count = (int) one.elements();
        switch (one.info().dataType()) {
          case F32 -> {
            float[] floats = new float[count];
            one.draw(0, count, floats, 0);
            visitor.visit(one.info(), floats);
          }
          case F64 -> {
            double[] doubles = new double[count];
            one.draw(0, count, doubles, 0);
            visitor.visit(one.info(), doubles);
          }
          default -> {
            short[] shorts = new short[count];
            one.draw(0, count, shorts, 0);
            visitor.visit(one.info(), shorts);
          }
        }
      }
    };
  }

  /** Some of everything, with tensors of several pieces among them. */
  static Lazy mixed(long seed) {
    return new Lazy(seed)
        .normal("embed", DataType.BF16, 1000, 300)
        .torch("t0", 40_000)
        .normal("blocks.0.w", DataType.F32, 300, 401)
        .whole("blocks.0.q", 300, 300)
        .normal("blocks.0.b", DataType.F64, 301)
        .torch("t1", 7)
        .normal("blocks.1.h", DataType.F16, 77)
        .whole("blocks.1.q", 20, 30)
        .normal("scalar", DataType.F32)
        .normal("empty", DataType.F32, 3, 0)
        .torch("t2", 90_000)
        .normal("z", DataType.F64, 100, 1000);
  }
}
