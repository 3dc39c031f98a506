package dev.fanwise.spark;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Sink;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A model by hand, with something that may go wrong while it is drawn. */
record TestModel(long seed, ArrayList<Tensor> tensors, Fault fault) implements ModelSupplier {
  private static final long serialVersionUID = 1;

  /** What happens before elements of a tensor are drawn. */
  interface Fault extends Serializable {
    void before(String tensor, long from);
  }

  enum Kind {
    RANGED,
    WHOLE,
    TORCH
  }

  record Tensor(String name, Kind kind, DataType type, int... shape) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  static TestModel of(long seed, Tensor... tensors) {
    return new TestModel(seed, new ArrayList<>(List.of(tensors)), (tensor, from) -> {});
  }

  static Tensor ranged(String name, DataType type, int... shape) {
    return new Tensor(name, Kind.RANGED, type, shape);
  }

  /** Some of everything, with tensors of several pieces among them. */
  static TestModel mixed(long seed) {
    return of(
        seed,
        ranged("embed", DataType.BF16, 1000, 300),
        new Tensor("t0", Kind.TORCH, DataType.F32, 40_000),
        ranged("blocks.0.w", DataType.F32, 300, 401),
        new Tensor("blocks.0.q", Kind.WHOLE, DataType.F32, 300, 300),
        ranged("blocks.0.b", DataType.F64, 301),
        new Tensor("t1", Kind.TORCH, DataType.F32, 7),
        ranged("blocks.1.h", DataType.F16, 77),
        new Tensor("blocks.1.q", Kind.WHOLE, DataType.F32, 20, 30),
        ranged("scalar", DataType.F32),
        ranged("empty", DataType.F32, 3, 0),
        new Tensor("t2", Kind.TORCH, DataType.F32, 90_000),
        ranged("z", DataType.F64, 100, 1000));
  }

  TestModel with(Fault other) {
    return new TestModel(seed, tensors, other);
  }

  @Override
  public List<LazyParameter> get() {
    List<ParameterInfo> infos = new ArrayList<>();
    for (Tensor tensor : tensors) {
      infos.add(ParameterInfo.of(tensor.name, tensor.shape).dataType(tensor.type).normal(0, 1));
    }
    LazyParameters lazy = new LazyParameters(infos);
    for (int i = 0; i < tensors.size(); i++) {
      list(lazy, tensors.get(i), (int) infos.get(i).elements());
    }
    return lazy.list();
  }

  private void list(LazyParameters lazy, Tensor tensor, int elements) {
    String name = tensor.name;
    long key = seed * 31 + name.hashCode();
    if (tensor.kind == Kind.WHOLE) {
      lazy.whole(
          () -> new float[elements],
          weights -> {
            fault.before(name, 0);
            Fill.normal(weights, 0, elements, key, 0, 0, 1);
          });
    } else if (tensor.kind == Kind.TORCH) {
      lazy.torch(
          seed,
          () -> new float[elements],
          (weights, generator) -> generator.normal(Sink.of(weights, 0), elements, 0, 1));
    } else {
      switch (tensor.type) {
        case F32 ->
            lazy.floats(
                (into, offset, from, count) -> {
                  fault.before(name, from);
                  Fill.normal(into, offset, count, key, from, 0, 1);
                });
        case F64 ->
            lazy.doubles(
                (into, offset, from, count) -> {
                  fault.before(name, from);
                  Fill.normal(into, offset, count, key, from, 0, 1);
                });
        default -> {
          HalfPrecision half =
              tensor.type == DataType.BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16;
          lazy.shorts(
              (into, offset, from, count) -> {
                fault.before(name, from);
                Fill.normal(into, offset, count, key, from, 0, 1, half);
              });
        }
      }
    }
  }
}
