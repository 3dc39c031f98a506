package dev.fanwise.processor.engines;

import static java.util.stream.Collectors.joining;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random shapes; what is said beside the dimensions counts for nothing in PyTorch and JAX. */
final class EngineShapes {
  /** Around the lengths where PyTorch's normals and the runtime's blocks change. */
  private static final int[] LONG = {8, 16, 34, 160, 258, 1026};

  private EngineShapes() {}

  /** A field that has no scheme yet. */
  static EngineField blank(Random random, RandomEngine engine, String name) {
    int rank = 1 + random.nextInt(4);
    boolean isIo = engine == RandomEngine.JAX && random.nextInt(3) > 0;
    boolean isGrouped = rank >= 2 && random.nextInt(4) == 0;
    List<Integer> dimensions = new ArrayList<>();
    int longAxis = random.nextInt(4);
    for (int axis = 0; axis < rank; axis++) {
      int length = axis == longAxis && rank < 4 ? LONG[random.nextInt(6)] : 1 + random.nextInt(5);
      dimensions.add(isGrouped ? 2 * ((length + 1) / 2) : length);
    }
    String beside = isIo ? ", layout = Layout.IO" : "";
    if (isGrouped) {
      beside +=
          switch (random.nextInt(3)) {
            case 0 -> ", groups = 2";
            case 1 -> ", groups = 2, connection = Connection.TRANSPOSED";
            default -> ", parts = 2";
          };
    }
    FieldKind kind = FieldKind.values()[random.nextInt(FieldKind.values().length)];
    boolean isSymbolic = random.nextInt(3) == 0;
    return new EngineField(
        name,
        kind,
        dimensions,
        isIo,
        "@Shape(" + (isSymbolic ? dims(name, dimensions) : value(dimensions)) + beside + ")",
        isSymbolic ? symbols(name, dimensions) : "",
        "",
        null);
  }

  private static String value(List<Integer> dimensions) {
    return "value = " + dimensions.toString().replace('[', '{').replace(']', '}');
  }

  /** The first as a field, the last as a method, the others as numbers. */
  private static String dims(String name, List<Integer> dimensions) {
    List<String> texts = new ArrayList<>();
    dimensions.forEach(length -> texts.add(length.toString()));
    texts.set(0, name + "First");
    if (dimensions.size() > 1) {
      texts.set(dimensions.size() - 1, name + "Last");
    }
    return texts.stream().collect(joining("\", \"", "dims = {\"", "\"}"));
  }

  private static String symbols(String name, List<Integer> dimensions) {
    String first = "  final int " + name + "First = " + dimensions.get(0) + ";\n";
    return dimensions.size() == 1
        ? first
        : first
            + "  int "
            + name
            + "Last() {\n    return "
            + dimensions.get(dimensions.size() - 1)
            + ";\n  }\n";
  }
}
