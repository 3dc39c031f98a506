package dev.fanwise.adapt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a fit did, layer by layer; as text a table for the terminal. */
public final class FitReport {
  private final List<LayerFit> layers;
  private final int passes;

  FitReport(List<Layer> order, int passes) {
    List<LayerFit> fits = new ArrayList<>();
    for (Layer layer : order) {
      fits.add(new LayerFit(layer));
    }
    this.layers = Collections.unmodifiableList(fits);
    this.passes = passes;
  }

  /** The layers in the order of the forward pass. */
  public List<LayerFit> layers() {
    return layers;
  }

  /** How often the forward pass ran. */
  public int passes() {
    return passes;
  }

  /** A line for each layer, with a heading and the number of passes; lines end with {@code \n}. */
  public String table() {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {
          "layer", "mean before", "std before", "mean after", "std after", "factor", "iterations"
        });
    for (LayerFit layer : layers) {
      rows.add(
          new String[] {
            layer.parameter(),
            Numbers.text(layer.meanBefore()),
            Numbers.text(layer.stdBefore()),
            Numbers.text(layer.meanAfter()),
            Numbers.text(layer.stdAfter()),
            Numbers.text(layer.factor()),
            Integer.toString(layer.iterations())
          });
    }
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      pad(text.append(row[0]), widths[0] - row[0].length());
      for (int c = 1; c < row.length; c++) {
        pad(text.append("  "), widths[c] - row[c].length());
        text.append(row[c]);
      }
      text.append('\n');
    }
    return text.append(layers.size())
        .append(layers.size() == 1 ? " layer, " : " layers, ")
        .append(passes)
        .append(passes == 1 ? " forward pass\n" : " forward passes\n")
        .toString();
  }

  private static void pad(StringBuilder text, int count) {
    for (int i = 0; i < count; i++) {
      text.append(' ');
    }
  }

  @Override
  public String toString() {
    return table();
  }
}
