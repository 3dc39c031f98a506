package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/models.md says, with the classes that it shows. */
class ModelsPageTest {
  private static final String IMPORTS =
      "package p; import dev.fanwise.*; import dev.fanwise.runtime.*; import java.util.*;\n";

  /** Prints, line by line, what the page speaks of. */
  private static final String USER =
      """
      import java.util.concurrent.Callable;
      public class User implements Callable<List<String>> {
        @Override
        public List<String> call() {
          List<String> lines = new ArrayList<>();
          Net net = NetInitializer.initialize(new Net(), 7);
          for (ParameterInfo info : NetInitializer.parameters(net)) {
            lines.add(info.name());
          }
          lines.add(Long.toString(NetInitializer.parameterCount(net)));
          WeightDecay decay = new WeightDecay();
          NetInitializer.visitParameters(net, decay);
          lines.add(Boolean.toString(decay.sum > 0));
          long seed = Keys.fold(Keys.fold(7, Keys.id("blocks")), 1);
          Conv block = ConvInitializer.initialize(new Conv(32, 16), seed);
          lines.add(Boolean.toString(Arrays.equals(block.kernel, net.blocks[1].kernel)));
          seed = Keys.fold(Keys.fold(7, Keys.id("heads")), Keys.id("edges"));
          Conv head = ConvInitializer.initialize(new Conv(1, 32), seed);
          lines.add(Boolean.toString(Arrays.equals(head.bias, net.heads.get("edges").bias)));
          try {
            ConvInitializer.initialize(new Conv(0, 3), 1);
          } catch (IllegalArgumentException e) {
            lines.add(e.getMessage());
          }
          try {
            DepthwiseInitializer.initialize(new Depthwise(8, 0), 1);
          } catch (IllegalArgumentException e) {
            lines.add(e.getMessage());
          }
          net.blocks[1] = null;
          try {
            NetInitializer.initialize(net, 1);
          } catch (IllegalArgumentException e) {
            lines.add(e.getMessage());
          }
          return lines;
        }
      }
      """;

  private final Page page = new Page("docs/models.md");

  private Outcome compile() {
    return Javac.compile(
        IMPORTS + page.block("Conv.java"),
        IMPORTS + page.block("Depthwise.java"),
        IMPORTS + page.block("Net.java"),
        IMPORTS + page.block("WeightDecay.java"),
        IMPORTS + USER);
  }

  @Test
  void theMethodThatItShowsIsGenerated() {
    String source = compile().source("p.ConvInitializer");
    assertTrue(source.contains(page.block("fillKernel")), source);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theModelDoesWhatItSays() throws Exception {
    Object user = compile().load().loadClass("p.User").getDeclaredConstructor().newInstance();
    List<String> lines = ((java.util.concurrent.Callable<List<String>>) user).call();
    assertEquals(
        List.of(
            "stem.kernel",
            "stem.bias",
            "blocks.0.kernel",
            "blocks.0.bias",
            "blocks.1.kernel",
            "blocks.1.bias",
            "heads.edges.kernel",
            "heads.edges.bias",
            "scale",
            Integer.toString(16 * 27 + 16 + 16 * 144 + 16 + 32 * 144 + 32 + 32 * 9 + 1 + 32),
            "true",
            "true",
            "true"),
        lines.subList(0, 13));
    List<String> quoted = page.find("`(Conv\\.kernel, shape [^`]*)`");
    assertEquals(quoted.get(0), lines.get(13));
    assertEquals(page.find("`(Depthwise\\.projection: [^`]*)`"), lines.subList(14, 15));
    assertEquals(page.find("`(Net\\.blocks\\[1\\] is [^`]*)`"), lines.subList(15, 16));
  }

  @Test
  void theModelWithLombokIsFilledAsItSays() {
    Outcome outcome =
        Javac.plainJavac()
            .with(FanwiseProcessor::new)
            .withLombok()
            .run(
                IMPORTS
                    + "import lombok.*; import lombok.experimental.*;\n"
                    + page.block("Values.java"))
            .requireSuccess();
    float[] bias = null;
    Model model = Model.of(outcome, "p.Values", bias, "label");
    model.initialize(7);
    assertEquals(List.of("hidden", "bias"), model.names());
    assertEquals(16, ((float[]) model.get("bias")).length);
  }
}
