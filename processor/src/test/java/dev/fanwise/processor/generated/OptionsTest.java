package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** What the options of the processor do. */
class OptionsTest {
  private static final String BLOCK =
      "public class Block { @Shape({2, 3}) @XavierInit float[] inner; }";
  private static final String NET =
      """
      import java.util.List;
      class Net {
        final int width = 4;
        @Shape(dims = {"width", "8"}) @KaimingInit double[][] first;
        @Shape(5) @Precision(HalfPrecision.BF16) @ConstantInit(0.5) short[] scale;
        @Shape({3, 3}) @NormalInit(mean = 1, std = 0.5) java.nio.FloatBuffer last;
        @Shape({3, 3}) @TruncatedNormalInit(std = 0.02) float[] cut;
        @Shape({4, 4}) @OrthogonalInit(gain = 2) float[] turn;
        @Submodule @StreamName("de*/ep") List<Block[]> blocks;
      }
      """;

  @Test
  void aSuffixNamesTheGeneratedClassesAndThoseOfSubmodules() {
    Outcome outcome =
        Javac.javac().options("-Afanwise.suffix=Weights").run(net(), BLOCK).requireSuccess();
    assertEquals(Set.of("p.NetWeights", "p.BlockWeights"), outcome.sources().keySet());
    assertTrue(outcome.source("p.NetWeights").contains("BlockWeights.draw("));
  }

  @Test
  void aSubmoduleOfAnEarlierCompilationHasTheSameSuffix() {
    Outcome block = Javac.javac().options("-Afanwise.suffix=Weights").run(BLOCK).requireSuccess();
    Javac.javac().options("-Afanwise.suffix=Weights").on(block).run(net()).requireSuccess();
    List<Outcome.Error> errors = Javac.javac().on(block).run(net()).errors();
    assertEquals(1, errors.size());
    assertEquals(
        "[Fanwise:SubmoduleUnprocessed] blocks is a submodule of class Block, which was compiled"
            + " without Fanwise or with another -Afanwise.suffix, or is a source on the source path"
            + " only, so there is no BlockInitializer. Compile it with the annotation processor and"
            + " the same suffix, and name its file among those to compile.",
        errors.get(0).text());
  }

  @Test
  void verbosePrintsThePlanOfEachClass() {
    Outcome outcome = Javac.javac().options("-Afanwise.verbose=true").run(net(), BLOCK);
    List<String> notes =
        outcome.diagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.NOTE)
            .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
            .map(note -> note.replaceAll("\n +", "\n  ")) // javac indents by more
            .toList();
    assertEquals(
        List.of(
            """
            [Fanwise] NetInitializer for Net, FANWISE stream:
              first [width, 8] double[][] @KaimingInit: normal, std = 1.4142135623730951 / sqrt(fan_in);\
             stream "first" 0xa7937b64b8caa58f
              scale [5] short[] (BF16) @ConstantInit: all 0.5; stream "scale" 0xf469802a31447f90
              last [3, 3] FloatBuffer @NormalInit, fan_in 3, fan_out 3: normal, mean 1, std 0.5;\
             stream "last" 0x3547cb112ac4489a
              cut [3, 3] float[] @TruncatedNormalInit, fan_in 3, fan_out 3: normal, std 0.02, cut at\
             -2 and 2 std; stream "cut" 0x378bfce5cda2599a
              turn [4, 4] float[] @OrthogonalInit, fan_in 4, fan_out 4: Orthogonal.fill(outer = 1,\
             out = 4, inner = 4, parts = 1, gain = 2); stream "turn" 0x9b473845f684444f
              blocks: list of array of BlockInitializer; stream "de*/ep" 0x4a3bf97e66c11c4c\
            """,
            """
            [Fanwise] BlockInitializer for Block, FANWISE stream:
              inner [2, 3] float[] @XavierInit, fan_in 3, fan_out 2: uniform from\
             -1.0954451150103321 to 1.0954451150103321; stream "inner" 0x33bf6fbd7cd83797\
            """),
        notes);
  }

  @Test
  void thePlanIsNotPrintedUnlessAskedFor() {
    Javac.javac().options("-Afanwise.verbose=false").run(net(), BLOCK).requireSuccess();
    Javac.javac().run(net(), BLOCK).requireSuccess();
  }

  private static String net() {
    return "package p; import dev.fanwise.*; " + NET;
  }
}
