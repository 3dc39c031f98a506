package dev.fanwise.processor.random;

import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.NaiveLaw;
import dev.fanwise.processor.schemes.SchemeCatalogue;

/**
 * A weight field with any scheme of the catalogue.
 *
 * @param scheme the scheme's annotation with its members, and what stands beside it
 * @param law what elements are drawn from one by one, or null where they are not
 */
record CatalogueField(String name, FieldKind kind, Layer layer, String scheme, NaiveLaw law) {
  /** The field as a user would write it. */
  String declaration() {
    String annotations = layer.annotation() + "\n  " + scheme + "\n  ";
    return "  " + annotations + kind.type(layer.rank()) + " " + name + ";\n";
  }

  /** The simple name of the scheme's annotation. */
  String schemeName() {
    return scheme.substring(1).split("\\W")[0];
  }

  boolean hasFans() {
    return layer.rank() >= 2;
  }

  /** Whether elements depend on each other. */
  boolean isWhole() {
    return SchemeCatalogue.entries().stream()
        .filter(entry -> entry.scheme().annotation().equals(schemeName()))
        .filter(entry -> isOfOthers(entry.annotation()) == isOfOthers())
        .anyMatch(entry -> !entry.scheme().on(entry.fans(), entry.dimensions()).hasRanges());
  }

  /** Whether the scheme looks at other weights, whose biases the field is. */
  boolean isOfOthers() {
    return isOfOthers(scheme);
  }

  private static boolean isOfOthers(String annotation) {
    return annotation.contains("of = ");
  }
}
