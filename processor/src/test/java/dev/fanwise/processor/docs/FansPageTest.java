package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.runtime.ParameterInfo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thirteen layers of the page on fans: our column is what the processor computes. */
class FansPageTest {
  private static final int LAYER = 0;
  private static final int SHAPE = 1;
  private static final int FANWISE = 2;

  static List<List<String>> layers() {
    return new Page("docs/fans.md").rows("\\d+ .*");
  }

  @Test
  void areThirteen() {
    List<String> numbers = layers().stream().map(row -> row.get(LAYER).split(" ")[0]).toList();
    assertEquals(IntStream.rangeClosed(1, 13).mapToObj(String::valueOf).toList(), numbers);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void haveTheFansOfOurColumn(List<String> row) {
    String shape = row.get(SHAPE).replace("`", "");
    Model model =
        Model.of(
            Javac.compile("class Layer {\n  " + shape + " @XavierInit float[] w;\n}\n"), "p.Layer");
    ParameterInfo info = model.parameter("w");
    assertEquals(row.get(FANWISE), number(info.fanIn()) + ", " + number(info.fanOut()));
  }

  private static String number(double fan) {
    return fan == (long) fan ? Long.toString((long) fan) : Double.toString(fan);
  }
}
