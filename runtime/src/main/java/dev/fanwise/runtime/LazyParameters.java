package dev.fanwise.runtime;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects a model's lazy parameters: generated code says, in the order of {@code parameters}, how
 * each is drawn.
 */
public final class LazyParameters {
  /** Fills part of an array of floats. */
  public interface Floats {
    /** Writes elements {@code from} to {@code from + count} at {@code offset}. */
    void fill(float[] into, int offset, long from, int count);
  }

  /** Fills part of an array of doubles. */
  public interface Doubles {
    /** Writes elements {@code from} to {@code from + count} at {@code offset}. */
    void fill(double[] into, int offset, long from, int count);
  }

  /** Fills part of an array of 16-bit numbers. */
  public interface Shorts {
    /** Writes elements {@code from} to {@code from + count} at {@code offset}. */
    void fill(short[] into, int offset, long from, int count);
  }

  /** Fills part of a buffer of floats. */
  public interface FloatBuffers {
    /** Writes elements {@code from} to {@code from + count} at {@code offset}. */
    void fill(FloatBuffer into, int offset, long from, int count);
  }

  /** Fills part of a buffer of doubles. */
  public interface DoubleBuffers {
    /** Writes elements {@code from} to {@code from + count} at {@code offset}. */
    void fill(DoubleBuffer into, int offset, long from, int count);
  }

  /** Makes the array, the nested arrays or the buffer of a tensor that is drawn whole. */
  public interface Maker<T> {
    /** New weights, to be filled. */
    T make();
  }

  /** Fills a whole tensor. */
  public interface Filler<T> {
    /** Writes every element. */
    void fill(T weights);
  }

  /** Fills a whole tensor from PyTorch's numbers. */
  public interface TorchFiller<T> {
    /** Writes every element. */
    void fill(T weights, TorchGenerator generator);
  }

  /** Adds a parameter that is drawn by a key of JAX's. */
  public interface Keyed {
    /** Adds the parameter. */
    void list(long key, LazyParameters lazy);
  }

  private final List<ParameterInfo> infos;
  private final List<LazyParameter> list;
  private final WholeTensor whole = new WholeTensor();
  private TorchSequence torch;
  private int jaxNumber;

  /**
   * An empty list of lazy parameters.
   *
   * @param infos the parameters that will be listed, in their order
   */
  public LazyParameters(List<ParameterInfo> infos) {
    this.infos = infos;
    this.list = new ArrayList<>(infos.size());
  }

  /**
   * A parameter whose elements are not drawn, but copied from where they are.
   *
   * @param weights an array, nested arrays or a buffer, which fit the parameter's type and shape
   */
  public static LazyParameter held(ParameterInfo info, Object weights) {
    return new Ranged(info) {
      @Override
      void fill(long from, int count, Object into, int offset) {
        WholeTensor.copy(weights, info.shape(), from, count, into, offset);
      }
    };
  }

  /** Lists what a model lists that this one holds, by the names that it has here. */
  public void addAll(List<LazyParameter> parameters) {
    for (LazyParameter parameter : parameters) {
      parameter.keepIn(whole);
      list.add(parameter.as(next()));
    }
  }

  /** What was listed; unmodifiable. */
  public List<LazyParameter> list() {
    return Collections.unmodifiableList(list);
  }

  private ParameterInfo next() {
    return infos.get(list.size());
  }

  /** Lists a parameter in an array of floats, flat or nested. */
  public void floats(Floats ranges) {
    list.add(
        new Ranged(next()) {
          @Override
          void fill(long from, int count, Object into, int offset) {
            ranges.fill((float[]) into, offset, from, count);
          }
        });
  }

  /** Lists a parameter in an array of doubles, flat or nested. */
  public void doubles(Doubles ranges) {
    list.add(
        new Ranged(next()) {
          @Override
          void fill(long from, int count, Object into, int offset) {
            ranges.fill((double[]) into, offset, from, count);
          }
        });
  }

  /** Lists a parameter in an array of 16-bit numbers. */
  public void shorts(Shorts ranges) {
    list.add(
        new Ranged(next()) {
          @Override
          void fill(long from, int count, Object into, int offset) {
            ranges.fill((short[]) into, offset, from, count);
          }
        });
  }

  /** Lists a parameter in a buffer of floats. */
  public void floatBuffers(FloatBuffers ranges) {
    list.add(
        new Ranged(next()) {
          @Override
          void fill(long from, int count, Object into, int offset) {
            FloatBuffer buffer =
                into instanceof FloatBuffer ? (FloatBuffer) into : FloatBuffer.wrap((float[]) into);
            ranges.fill(buffer, offset, from, count);
          }
        });
  }

  /** Lists a parameter in a buffer of doubles. */
  public void doubleBuffers(DoubleBuffers ranges) {
    list.add(
        new Ranged(next()) {
          @Override
          void fill(long from, int count, Object into, int offset) {
            DoubleBuffer buffer =
                into instanceof DoubleBuffer
                    ? (DoubleBuffer) into
                    : DoubleBuffer.wrap((double[]) into);
            ranges.fill(buffer, offset, from, count);
          }
        });
  }

  /**
   * Lists a parameter whose elements depend on each other.
   *
   * @param maker makes what holds them
   * @param filler fills it
   */
  public <T> void whole(Maker<T> maker, Filler<T> filler) {
    list.add(
        new Whole(next(), whole) {
          @Override
          Object draw() {
            T weights = maker.make();
            filler.fill(weights);
            return weights;
          }

          @Override
          @SuppressWarnings("unchecked") // The field's type is what the maker makes.
          void share(Object weights, Shards shards) {
            if (weights != null) {
              shards.add(() -> filler.fill((T) weights));
            }
          }
        });
  }

  /**
   * Lists a parameter that is drawn from PyTorch's numbers, after those that were listed before.
   *
   * @param seed the model's seed
   */
  public <T> void torch(long seed, Maker<T> maker, TorchFiller<T> filler) {
    if (torch == null) {
      torch = new TorchSequence(seed);
    }
    TorchSequence sequence = torch;
    int number = sequence.add(maker, filler);
    list.add(
        new Whole(next(), whole) {
          @Override
          Object draw() {
            return sequence.draw(number);
          }

          @Override
          void share(Object weights, Shards shards) {
            if (sequence.hold(weights)) {
              shards.add(sequence::fillHeld);
            }
          }
        });
  }

  /**
   * Lists a parameter that is drawn with JAX's next key.
   *
   * @param seed the model's seed
   */
  public void jax(long seed, Keyed keyed) {
    keyed.list(JaxKeys.fold(JaxKeys.of(seed), jaxNumber++), this);
  }

  private abstract static class Ranged extends LazyParameter {
    Ranged(ParameterInfo info) {
      super(info);
    }

    @Override
    public boolean hasRanges() {
      return true;
    }

    @Override
    final void share(Object weights, Shards shards) {
      if (weights != null) {
        shards.add(elements(), (from, count) -> fillHeld(weights, from, count));
      }
    }

    private void fillHeld(Object weights, long from, int count) {
      if (!(weights instanceof Object[])) {
        fill(from, count, weights, (int) from);
        return;
      }
      Rows rows = new Rows((Object[]) weights, info().shape());
      if (rows.length() >= CHUNK) {
        rows.each(from, count, (row, column, at, run) -> fill(from + at, run, row, column));
        return;
      }
      Object chunk = newArray(Math.min(count, CHUNK));
      for (int done = 0; done < count; done += CHUNK) {
        int some = Math.min(CHUNK, count - done);
        fill(from + done, some, chunk, 0);
        rows.each(
            from + done,
            some,
            (row, column, at, run) -> System.arraycopy(chunk, at, row, column, run));
      }
    }
  }

  /** A parameter that is drawn as a whole, and copied from there. */
  private abstract static class Whole extends LazyParameter {
    private WholeTensor kept;

    Whole(ParameterInfo info, WholeTensor kept) {
      super(info);
      this.kept = kept;
    }

    @Override
    final void keepIn(WholeTensor common) {
      kept = common;
    }

    /** New weights with every element drawn. */
    abstract Object draw();

    @Override
    public boolean hasRanges() {
      return false;
    }

    @Override
    void fill(long from, int count, Object into, int offset) {
      Object weights = kept.of(this, this::draw);
      WholeTensor.copy(weights, info().shape(), from, count, into, offset);
      if (from + count == elements()) {
        kept.release(this);
      }
    }
  }
}
