package dev.fanwise.adapt;

import dev.fanwise.runtime.ParameterInfo;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A parameter of a model with its elements, in row-major order, and what they were. */
final class Parameter {
  private final ParameterInfo info;
  private final int[] shape;
  private final List<Object> storages = new ArrayList<>();
  private final List<Leaf> leaves = new ArrayList<>();
  private List<Leaf> original;

  /**
   * A parameter as a model's walk hands it out.
   *
   * @throws IllegalStateException if its weights are null or do not fit its shape and type
   */
  Parameter(ParameterInfo info, Object weights) {
    this.info = info;
    this.shape = info.shape();
    if (weights instanceof Object[] && shape.length > 1) {
      addNested((Object[]) weights, 0, info.name());
    } else {
      add(weights, info.elements(), info.name());
    }
  }

  private void addNested(Object[] rows, int depth, String path) {
    if (rows.length != shape[depth]) {
      throw misfit(path + " has length " + rows.length, shape[depth]);
    }
    for (int i = 0; i < rows.length; i++) {
      String below = path + "[" + i + "]";
      if (rows[i] instanceof Object[] && depth + 2 < shape.length) {
        addNested((Object[]) rows[i], depth + 1, below);
      } else if (depth + 2 == shape.length) {
        add(rows[i], shape[depth + 1], below);
      } else {
        throw misfit(path + "[" + i + "] is not an array of arrays", shape[depth + 1]);
      }
    }
  }

  private void add(Object storage, long length, String path) {
    if (storage == null) {
      throw new IllegalStateException(path + " is null: initialise the model before it is fitted");
    }
    Leaf leaf = Leaf.of(storage, info.dataType());
    if (leaf == null) {
      throw new IllegalStateException(
          path
              + " is a "
              + storage.getClass().getSimpleName()
              + ", which does not hold elements of type "
              + info.dataType());
    }
    if (leaf.length() != length) {
      throw misfit(path + " has length " + leaf.length(), length);
    }
    if (storage instanceof Buffer && ((Buffer) storage).isReadOnly()) {
      throw new IllegalStateException(path + " is a read-only buffer, so it cannot be fitted");
    }
    storages.add(storage);
    leaves.add(leaf);
  }

  private IllegalStateException misfit(String found, long needed) {
    return new IllegalStateException(
        found + ", but shape " + Arrays.toString(shape) + " needs " + needed);
  }

  String name() {
    return info.name();
  }

  ParameterInfo info() {
    return info;
  }

  long elements() {
    return info.elements();
  }

  /** The arrays or buffers that hold it, outermost first. */
  List<Object> storages() {
    return storages;
  }

  /** Keeps what the elements are now: {@link #restore} and {@link #scale} go back to it. */
  void keep() {
    original = new ArrayList<>(leaves.size());
    for (Leaf leaf : leaves) {
      original.add(leaf.copy());
    }
  }

  /** Makes the elements what they were, bit for bit. */
  void restore() {
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).restore(original.get(i));
    }
  }

  /**
   * Makes each element what it was times the factor of its unit: from the kept elements, so that it
   * is rounded once however often it is scaled.
   *
   * @param factors one for each unit, or one for all
   * @throws IllegalStateException if an element has no place in its type
   */
  void scale(double[] factors, Units units) {
    write(factors, null, units);
  }

  /** Makes each element of a bias what it was times a factor plus a shift. */
  void scaleAndShift(double[] factors, double[] shifts) {
    write(factors, shifts, Units.each(factors.length));
  }

  private void write(double[] factors, double[] shifts, Units units) {
    long index = 0;
    Units.Walk walk = units.walk();
    for (int l = 0; l < leaves.size(); l++) {
      Leaf leaf = leaves.get(l);
      Leaf from = original.get(l);
      for (int i = 0; i < leaf.length(); i++, index++) {
        int unit = factors.length == 1 ? 0 : walk.next();
        double value = from.get(i) * factors[unit] + (shifts == null ? 0 : shifts[unit]);
        leaf.set(i, value);
        if (Double.isInfinite(leaf.get(i)) && !Double.isInfinite(from.get(i))) {
          throw new IllegalStateException(
              name()
                  + " cannot be scaled by "
                  + Numbers.text(factors[unit])
                  + ": element "
                  + index
                  + " would be "
                  + Numbers.text(value)
                  + ", beyond what "
                  + info.dataType()
                  + " holds");
        }
      }
    }
  }

  /** The mean of the squares of its elements. */
  double meanSquare() {
    double sum = 0;
    for (Leaf leaf : leaves) {
      double ofLeaf = 0;
      for (int i = 0; i < leaf.length(); i++) {
        double value = leaf.get(i);
        ofLeaf += value * value;
      }
      sum += ofLeaf;
    }
    return sum / elements();
  }
}
