package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What docs/runtime.md shows, beside a model of the same weights. */
class RuntimePageTest {
  private static final String IMPORTS =
      "package p; import dev.fanwise.*; import dev.fanwise.runtime.*; import java.util.*;\n";

  private static final String NET =
      "class Net {\n  @Shape({16, 8}) @XavierInit float[] hidden;\n}\n";

  private static final String USER =
      """
      import java.util.concurrent.Callable;
      public class User implements Callable<List<String>> {
        @Override
        public List<String> call() {
          Net net = NetInitializer.initialize(new Net(), 7);
          List<String> lines = new ArrayList<>(Both.names(net, new Net()));
          lines.add(Boolean.toString(Arrays.equals(net.hidden, ByHand.hidden(7))));
          float[] upper = Arrays.copyOfRange(net.hidden, 64, 128);
          lines.add(Boolean.toString(Arrays.equals(upper, ByHand.upperHalf(7))));
          return lines;
        }
      }
      """;

  @Test
  @SuppressWarnings("unchecked")
  void itsClassesDoWhatItSays() throws Exception {
    Page page = new Page("docs/runtime.md");
    Outcome outcome =
        Javac.compile(
            NET,
            IMPORTS + page.block("ByHand.java"),
            IMPORTS + page.block("Both.java"),
            IMPORTS + USER);
    Object user = outcome.load().loadClass("p.User").getDeclaredConstructor().newInstance();
    List<String> lines = ((Callable<List<String>>) user).call();
    assertEquals(List.of("encoder.hidden", "decoder.hidden", "true", "true"), lines);
  }
}
