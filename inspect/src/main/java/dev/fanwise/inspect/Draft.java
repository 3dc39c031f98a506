package dev.fanwise.inspect;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field as a user would write it.
 *
 * @param annotation the scheme
 * @param field its name: {@code weight}, or {@code bias} or {@code scale} for a vector
 * @param shape that of the layer's weights, or null
 * @param of the field of weights that the scheme looks at, or null
 */
record Draft(String annotation, String field, List<Integer> shape, String of) {
  private static final Pattern OF = Pattern.compile("of = \"(\\w+)\"");

  /** The field of a layer, if the library's law has an annotation. */
  static Optional<Draft> of(JsonObject layer, List<Integer> shape) {
    String annotation = Card.text(layer, "annotation");
    if (annotation.isEmpty()) {
      return Optional.empty();
    }
    Matcher of = OF.matcher(annotation);
    String field = layer.has("field") ? Card.text(layer, "field") : "weight";
    return Optional.of(new Draft(annotation, field, shape, of.find() ? of.group(1) : null));
  }

  /** {@code @Shape({256, 784}) @XavierInit float[] weight;}. */
  String declaration() {
    List<Integer> own = shape == null || field.equals("weight") ? shape : shape.subList(0, 1);
    return annotated(own) + annotation + " float[] " + field + ";";
  }

  /** The class with the field, and with what it looks at. */
  String source(String name) {
    String other = of == null ? "" : "  " + annotated(shape) + "@ZerosInit float[] " + of + ";\n";
    return "import dev.fanwise.*;\n@SuppressWarnings(\"fanwise\")\nclass "
        + name
        + " {\n"
        + other
        + "  "
        + declaration()
        + "\n}\n";
  }

  private static String annotated(List<Integer> shape) {
    if (shape == null) {
      return "";
    }
    String numbers = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "@Shape(" + (shape.size() == 1 ? numbers : "{" + numbers + "}") + ") ";
  }
}
