package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.report.Problem;

/** Rules for the biases of a recurrent layer's gates, one block of equal size for each. */
final class Gates {
  /** The largest block: nested arrays may have more elements than one array. */
  private static final int MOST_UNITS = Integer.MAX_VALUE - 8;

  private Gates() {}

  static void check(int gates, int least, Complaints complaints) {
    if (gates < least) {
      complaints.add("gates", Problem.GATES, gates, complaints.field(), least);
    }
  }

  static void checkGate(String member, int gate, int gates, Complaints complaints) {
    if (gates > 0 && (gate < 0 || gate >= gates)) {
      complaints.add(member, Problem.GATE, member, gate, complaints.field(), gates - 1);
    }
  }

  static void checkTensor(Scheme scheme, int gates, Geometry geometry, Complaints complaints) {
    if (geometry.isKnown() && geometry.elements() % gates != 0) {
      complaints.add(
          "gates",
          Problem.GATES_DIVIDE,
          gates,
          complaints.field(),
          geometry.elements(),
          geometry.shape());
    } else if (geometry.isKnown() && geometry.elements() / gates > MOST_UNITS) {
      complaints.add(
          null,
          Problem.SHAPE_TOO_LARGE,
          complaints.field(),
          geometry.elements(),
          "a Java array holds",
          MOST_UNITS,
          " for @" + scheme.annotation());
    }
  }

  /** The size of a block. */
  static int units(int gates, Geometry geometry) {
    return Math.toIntExact(geometry.elements() / gates);
  }
}
