package dev.fanwise.adapt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forward passes and what they show: the order of the layers, which the first one decides, and the
 * moments of those that are to be measured.
 */
final class Pass implements Observer {
  private final Network network;
  private final Rule rule;
  private final List<Layer> order = new ArrayList<>();
  private boolean open;
  private boolean first = true;
  private boolean complete;
  private int from;
  private int last;
  private int part;
  private int parts;
  private int next;
  private int passes;
  private RuntimeException refusal;

  /** Says whether a layer's outputs are as they should be. */
  interface Rule {
    boolean fits(Layer layer);
  }

  Pass(Network network, Rule rule) {
    this.network = network;
    this.rule = rule;
  }

  /** The layers in the order of the forward pass. */
  List<Layer> order() {
    return order;
  }

  /** How many passes there were. */
  int passes() {
    return passes;
  }

  /** The last layer that the latest pass measured. */
  int lastMeasured() {
    return last;
  }

  /** Whether the latest pass measured all layers. */
  boolean isComplete() {
    return complete;
  }

  /** The first pass, or a later one that measures every layer. */
  void runAll(ForwardPass forward) {
    run(forward, 0, true);
  }

  /** A pass that measures from one layer on, as far as the first that does not fit. */
  void runFrom(ForwardPass forward, int layer) {
    run(forward, layer, false);
  }

  private void run(ForwardPass forward, int layer, boolean all) {
    from = layer;
    complete = all;
    // Of a batch in parts the first says little of the whole: the next layer is measured as well.
    last = all || parts == 1 ? Integer.MAX_VALUE : layer + 1;
    part = 0;
    next = 0;
    refusal = null;
    for (Layer each : network.layers().values()) {
      each.moments.clear();
    }
    passes++;
    open = true;
    try {
      forward.run(this);
    } finally {
      open = false;
    }
    if (refusal != null) {
      throw refusal; // which the pass itself has caught
    }
    endPart();
    last = Math.min(last, order.size() - 1);
    checkCounts();
    if (first) {
      parts = part + 1;
      first = false;
    }
  }

  @Override
  public void layer(
      String parameter, float[] activations, int offset, int count, int units, int positions) {
    Layer layer = begin(parameter, activations.length, offset, count, units, positions);
    if (layer != null) {
      layer.moments.add(activations, offset, count, positions);
      end(layer);
    }
  }

  @Override
  public void layer(
      String parameter, double[] activations, int offset, int count, int units, int positions) {
    Layer layer = begin(parameter, activations.length, offset, count, units, positions);
    if (layer != null) {
      layer.moments.add(activations, offset, count, positions);
      end(layer);
    }
  }

  /** Checks a call; returns the layer if it is to be measured. */
  private Layer begin(String name, int length, int offset, int count, int units, int positions) {
    if (!open) {
      throw new IllegalStateException(
          name + " was observed after the forward pass had ended: use the observer in it only");
    }
    try {
      network.require(name, "layer");
      Layer layer = network.layers().get(name);
      checkRange(name, length, offset, count, units, positions);
      if (layer == null) {
        checkKind(name);
        return null; // a layer that stays as it is
      }
      checkWidth(layer, units);
      place(layer);
      return isMeasured(next - 1) ? layer : null;
    } catch (RuntimeException e) {
      refusal = e;
      throw e;
    }
  }

  private static void checkRange(
      String name, int length, int offset, int count, int units, int positions) {
    if (offset < 0 || count < 1 || count > length - offset) {
      throw new IllegalStateException(
          name
              + ": offset "
              + offset
              + " and count "
              + count
              + " are no part of "
              + length
              + " activations");
    }
    if (units < 1 || positions < 1 || count % units != 0 || count / units % positions != 0) {
      throw new IllegalStateException(
          name
              + ": "
              + count
              + " activations are no examples of "
              + units
              + " units"
              + (positions == 1 ? "" : " at " + positions + " positions")
              + "; count must be examples · units"
              + (positions == 1 ? "" : " · positions"));
    }
  }

  private void checkKind(String name) {
    int[] shape = network.require(name, "layer").shape();
    if (shape.length < 2) {
      throw new IllegalStateException(
          name
              + " has shape "
              + Arrays.toString(shape)
              + " and no fans: a layer goes by the name of its weights, not of its bias");
    }
  }

  private static void checkWidth(Layer layer, int units) {
    int expected = layer.units.count();
    if (units != expected) {
      throw new IllegalStateException(
          layer.name()
              + " was observed with "
              + units
              + " units, but shape "
              + Arrays.toString(layer.weights.info().shape())
              + " in layout "
              + layer.weights.info().layout()
              + " has "
              + expected);
    }
  }

  /** Finds the place of a call in the order, which the first part of the first pass decides. */
  private void place(Layer layer) {
    int seen = order.indexOf(layer);
    boolean deciding = first && part == 0;
    if (seen >= 0 && (deciding || seen < next)) {
      throw new IllegalStateException(
          layer.name()
              + " was observed twice in one pass, as layer "
              + (seen + 1)
              + " and again after layer "
              + next
              + ": weights that two layers share have no single factor. Leave them out with"
              + " except(\""
              + layer.name()
              + "\"); a batch in parts needs nextPart() between them.");
    }
    if (deciding) {
      order.add(layer);
    } else if (seen != next) {
      throw new IllegalStateException(
          "The forward pass has changed its order: layer "
              + (next + 1)
              + " was "
              + (next < order.size() ? order.get(next).name() : "none")
              + " and is now "
              + layer.name()
              + (seen < 0 ? ", which was not observed before" : "")
              + ". It must do the same each time.");
    }
    next++;
  }

  private boolean isMeasured(int index) {
    return index >= from && index <= last;
  }

  private void end(Layer layer) {
    // What comes after the first layer that does not fit will be other numbers next time.
    if (!complete && parts == 1 && !rule.fits(layer)) {
      last = next - 1;
    }
  }

  @Override
  public void nextPart() {
    if (!open) {
      throw new IllegalStateException(
          "nextPart() was called after the forward pass had ended: use the observer in it only");
    }
    try {
      endPart();
    } catch (RuntimeException e) {
      refusal = e;
      throw e;
    }
    part++;
    next = 0;
  }

  @Override
  public boolean isDone() {
    return open && next - 1 >= last;
  }

  private void endPart() {
    if (first && part == 0) {
      for (Layer layer : network.layers().values()) {
        if (!order.contains(layer)) {
          throw new IllegalStateException(
              layer.name()
                  + " was never observed: the forward pass showed "
                  + order.size()
                  + " of "
                  + network.layers().size()
                  + " layers. Call observer.layer(\""
                  + layer.name()
                  + "\", ...) after it, or leave it out with except(\""
                  + layer.name()
                  + "\").");
        }
      }
    } else if (next < order.size() && next - 1 < last) {
      throw new IllegalStateException(
          "The forward pass has changed its order: it ended after "
              + next
              + " layers of "
              + order.size()
              + ", without "
              + order.get(next).name()
              + ". It must do the same each time.");
    }
  }

  private void checkCounts() {
    for (int i = from; i <= last; i++) {
      Layer layer = order.get(i);
      long count = layer.moments.count();
      if (first) {
        layer.count = count;
      } else if (count != layer.count) {
        throw new IllegalStateException(
            layer.name()
                + " showed "
                + layer.count
                + " outputs in the first pass and "
                + count
                + " in pass "
                + passes
                + ": use the same batch each time");
      }
    }
  }
}
