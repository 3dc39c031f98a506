package dev.fanwise.processor.harness;

import dev.fanwise.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A layer that is applied to signals: by definition, with borders wrapped around. */
public final class Convolution {
  private final Layer layer;
  private final double[] weights;
  private final List<Integer> size = new ArrayList<>();
  private int places = 1;

  public Convolution(Layer layer, double[] weights) {
    this.layer = layer;
    this.weights = weights;
    for (int length : layer.kernel()) {
      size.add(length + 2);
      places *= length + 2;
    }
  }

  /** A random signal: for each input channel, a number at each place. */
  public double[][] signal(long seed) {
    Random random = new Random(seed);
    double[][] signal = new double[layer.inputs()][places];
    for (double[] channel : signal) {
      for (int i = 0; i < places; i++) {
        channel[i] = random.nextGaussian();
      }
    }
    return signal;
  }

  /** For each output channel, a number at each place. */
  public double[][] apply(double[][] signal) {
    double[][] result = new double[layer.outputs()][places];
    List<Layer.Entry> entries = layer.entries();
    for (int e = 0; e < weights.length; e++) {
      Layer.Entry entry = entries.get(e);
      for (int place = 0; place < places; place++) {
        int moved = moved(place, entry.tap());
        if (layer.connection() == Connection.TRANSPOSED) {
          result[entry.output()][moved] += weights[e] * signal[entry.input()][place];
        } else {
          result[entry.output()][place] += weights[e] * signal[entry.input()][moved];
        }
      }
    }
    return result;
  }

  private int moved(int place, List<Integer> tap) {
    List<Integer> indices = Layer.indices(place, size);
    int moved = 0;
    for (int axis = 0; axis < size.size(); axis++) {
      int index = indices.get(axis) + tap.get(axis) - layer.centre().get(axis);
      moved = moved * size.get(axis) + Math.floorMod(index, size.get(axis));
    }
    return moved;
  }
}
