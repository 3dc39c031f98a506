package dev.fanwise.card.figures;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.card.model.Doubt;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Readings;
import dev.fanwise.card.model.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Shapes that are legal as they are read but look as if another reading was meant: the compiler's
 * own doubts where there was one, else the same rules.
 */
final class ShapeSuspicions {
  private static final String BIAS = "bias";

  private final Card card;
  private final Consumer<Suspicion> found;

  /** The parameters by their names, without signs and in small letters. */
  private final Map<String, ParameterCard> byName = new HashMap<>();

  ShapeSuspicions(Card card, Consumer<Suspicion> found) {
    this.card = card;
    this.found = found;
  }

  void find() {
    if (card.model().origin() == Origin.COMPILED) {
      card.parameters().forEach(this::addDoubts);
      return;
    }
    card.parameters().forEach(one -> byName.put(plain(one.name()), one));
    for (ParameterCard one : card.parameters()) {
      addLayout(one);
      addGroups(one);
      addBias(one);
    }
  }

  private void addDoubts(ParameterCard one) {
    for (Doubt doubt : one.of().doubts()) {
      Suspicion.Id id =
          switch (doubt.kind()) {
            case LAYOUT -> Suspicion.Id.LAYOUT;
            case GROUPS -> Suspicion.Id.GROUPS;
            case BIAS_LENGTH -> Suspicion.Id.BIAS_LENGTH;
          };
      add(id, one, one.name() + ": " + doubt.text(), doubt.advice());
    }
  }

  private void add(Suspicion.Id id, ParameterCard one, String text, String advice) {
    found.accept(new Suspicion(id, List.of(one.number()), text, advice));
  }

  private void addLayout(ParameterCard one) {
    Shape shape = one.of().shape();
    if (one.of().fans() != null
        && shape.layout() == Layout.OI
        && Readings.isLikeIo(numbers(shape))) {
      boolean transposed = shape.connection() == Connection.TRANSPOSED;
      add(
          Suspicion.Id.LAYOUT,
          one,
          one.name()
              + ": shape "
              + shape.dimensions()
              + " looks like "
              + (transposed ? "[k..., out, in]" : "[k..., in, out]")
              + ", but is read as "
              + (transposed ? "[in, out, k...]" : "[out, in, k...]"),
          "If it is, its layout is IO, and its fans are others.");
    }
  }

  private void addGroups(ParameterCard one) {
    Shape shape = one.of().shape();
    int groups = Integer.parseInt(shape.groups());
    if (groups < 2 || !shape.isLayer() || shape.connection() == Connection.DEPTHWISE) {
      return;
    }
    int[] numbers = numbers(shape);
    int first = shape.layout() == Layout.OI ? 0 : numbers.length - 2;
    boolean firstIsWhole =
        shape.layout() == Layout.OI || shape.connection() == Connection.TRANSPOSED;
    int whole = numbers[firstIsWhole ? first : first + 1];
    int divided = numbers[firstIsWhole ? first + 1 : first];
    boolean isPointwise = one.elements() == (long) whole * divided;
    if (Readings.isUndivided(groups, whole, divided, isPointwise)) {
      add(
          Suspicion.Id.GROUPS,
          one,
          one.name()
              + ": with groups = "
              + groups
              + " the "
              + divided
              + " channels of shape "
              + shape.dimensions()
              + " are those of one group",
          "If they are all, the shape needs " + divided / groups + " in their place.");
    }
  }

  private void addBias(ParameterCard one) {
    String name = plain(one.name());
    if (!name.endsWith(BIAS) || one.of().shape().dimensions().size() != 1) {
      return;
    }
    String layer = name.substring(0, name.length() - BIAS.length());
    for (String end : List.of("", "weight", "weights", "kernel", "w")) {
      ParameterCard weights = byName.get(layer + end);
      if (weights != null && weights.of().shape().isLayer()) {
        long outputs = outputs(weights.of().shape());
        if (outputs != one.elements()) {
          add(
              Suspicion.Id.BIAS_LENGTH,
              one,
              one.name()
                  + ": it has "
                  + one.elements()
                  + " elements, but "
                  + weights.name()
                  + ", shape "
                  + weights.of().shape().dimensions()
                  + ", has "
                  + outputs
                  + " outputs",
              "A bias has one element for each output.");
        }
        return;
      }
    }
  }

  private static long outputs(Shape shape) {
    int[] numbers = numbers(shape);
    boolean isFirst = shape.layout() == Layout.OI;
    int first = numbers[isFirst ? 0 : numbers.length - 2];
    int second = numbers[isFirst ? 1 : numbers.length - 1];
    return switch (shape.connection()) {
      case FORWARD -> isFirst ? first : second;
      case TRANSPOSED -> isFirst ? (long) second * Integer.parseInt(shape.groups()) : first;
      case DEPTHWISE -> (long) first * second;
    };
  }

  private static int[] numbers(Shape shape) {
    return shape.dimensions().stream().mapToInt(Integer::parseInt).toArray();
  }

  /** Signs and case aside, but for the dots between the parts of a path. */
  private static String plain(String name) {
    String parent = name.substring(0, name.lastIndexOf('.') + 1);
    String own = name.substring(parent.length()).replace("_", "").toLowerCase(Locale.ROOT);
    return parent + own;
  }
}
