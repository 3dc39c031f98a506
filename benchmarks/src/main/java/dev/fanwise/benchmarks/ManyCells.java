package dev.fanwise.benchmarks;

import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.XavierInit;
import java.util.ArrayList;
import java.util.List;

/** A model of two thousand cells, of two small tensors each. */
final class ManyCells {
  static final int CELLS = 2_000;

  @Submodule final List<Cell> cells = new ArrayList<>();

  ManyCells() {
    for (int i = 0; i < CELLS; i++) {
      cells.add(new Cell());
    }
  }

  /** 100 weights by each of two laws. */
  static final class Cell {
    @Shape({10, 10})
    @XavierInit
    final float[] input = new float[100];

    @Shape({10, 10})
    @KaimingInit
    final float[] output = new float[100];
  }
}
