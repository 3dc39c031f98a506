package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.runtime.ParameterInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated classes say to a fit: which weights are marked, and where units lie. */
class UnitVarianceTest {
  private static final String SENTENCE =
      "{@code @UnitVariance}: a fit to data scales it until the layer's output has variance";

  private static Model model(String fields) {
    return Model.of(Javac.compile("class Net { int n = 4; " + fields + " }"), "p.Net");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Shape({4, 6})", "@Shape(dims = {\"n\", \"6\"})"})
  void marksAreSeenAndDrawNothing(String shape) {
    Model marked =
        model(
            shape
                + " @OrthogonalInit @UnitVariance float[] w; "
                + shape
                + " @XavierInit float[] v;");
    Model plain = model(shape + " @OrthogonalInit float[] w; " + shape + " @XavierInit float[] v;");
    marked.initialize(3);
    plain.initialize(3);
    assertArrayEquals((float[]) plain.get("w"), (float[]) marked.get("w"));
    assertTrue(marked.parametersOfModel().get(0).isUnitVariance());
    assertFalse(marked.parametersOfModel().get(1).isUnitVariance());
    assertFalse(plain.parametersOfModel().get(0).isUnitVariance());
  }

  @Test
  void theJavadocSaysSo() {
    Outcome outcome =
        Javac.compile("class Net { @Shape({4, 6}) @OrthogonalInit @UnitVariance float[] w; }");
    assertTrue(outcome.source("p.NetInitializer").contains(SENTENCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape(value = {4, 6, 4}, ",
        "@Shape(dims = {\"n\", \"6\", \"n\"}, ",
      })
  void layoutsAreSeen(String shape) {
    Model model =
        model(
            shape
                + "layout = Layout.IO) @XavierInit float[] a; "
                + shape
                + "connection = Connection.TRANSPOSED, groups = 2) @XavierInit float[] b; "
                + shape
                + "layout = Layout.IO, connection = Connection.DEPTHWISE) @XavierInit float[] c; "
                + shape
                + "groups = 4) @XavierInit float[] d; "
                + shape
                + "parts = 2) @XavierInit float[] e;");
    assertLayout(model.parametersOfModel().get(0), Layout.IO, Connection.FORWARD, 1);
    assertLayout(model.parametersOfModel().get(1), Layout.OI, Connection.TRANSPOSED, 2);
    assertLayout(model.parametersOfModel().get(2), Layout.IO, Connection.DEPTHWISE, 1);
    assertLayout(model.parametersOfModel().get(3), Layout.OI, Connection.FORWARD, 4);
    assertLayout(model.parametersOfModel().get(4), Layout.OI, Connection.FORWARD, 1);
  }

  private static void assertLayout(
      ParameterInfo info, Layout layout, Connection connection, int groups) {
    assertEquals(layout, info.layout(), info.name());
    assertEquals(connection, info.connection(), info.name());
    assertEquals(groups, info.groups(), info.name());
  }
}
