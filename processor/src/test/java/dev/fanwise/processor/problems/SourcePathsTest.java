package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.JavacCommand;
import dev.fanwise.processor.harness.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Fanwise wrote earlier, and what javac finds by itself, among the sources. */
class SourcePathsTest {
  private static final String NET =
      "import dev.fanwise.*;\nclass Net { @Shape({2, 3}) @XavierInit float[] w; }\n";

  private static final String EARLIER =
      "[Fanwise:NameTaken] NetInitializer is the class to generate for Net, but a class of that"
          + " name exists already: Fanwise wrote it in an earlier build. Take the folder of"
          + " generated files out of the sources and the class path, or build clean.";

  private static JavacCommand.Result compile(JavacCommand javac, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-d", "out", "-s", "gen"));
    arguments.addAll(List.of("-cp", Javac.libraries()));
    arguments.addAll(List.of("-processorpath", Javac.processorPath()));
    arguments.addAll(List.of(more));
    return javac.run(arguments.toArray(String[]::new));
  }

  @Test
  void anInitializerOfAnEarlierBuildIsSaidToBeOne(@TempDir Path folder) throws Exception {
    JavacCommand javac = new JavacCommand(folder).file("Net.java", NET);
    compile(javac, "Net.java").requireSuccess();
    JavacCommand.Result second = compile(javac, "Net.java", "gen/NetInitializer.java");
    assertFalse(second.succeeded());
    assertEquals(List.of("error: " + EARLIER), second.messages(), second.printed());
  }

  @Test
  void oneThatJavacOnlyFindsIsWrittenAnew(@TempDir Path folder) throws Exception {
    JavacCommand javac = new JavacCommand(folder).file("Net.java", NET);
    compile(javac, "Net.java").requireSuccess();
    compile(javac, "Net.java", "-sourcepath", "gen", "-implicit:none").requireSuccess();
  }

  /** Eclipse's compiler writes no class that is on the class path. */
  @Test
  void eclipsesCompilerWithItsOwnOutputOnTheClassPath() {
    String model = "class Net { @Shape({2, 3}) @XavierInit float[] w; }";
    Outcome first = Javac.javac().byEclipse().run(model).requireSuccess();
    Outcome second =
        Javac.plainJavac()
            .with(dev.fanwise.processor.FanwiseProcessor::new)
            .byEclipse()
            .on(first)
            .run(model);
    assertEquals(List.of(EARLIER), second.ownErrors().stream().map(Outcome.Error::text).toList());
  }

  @Test
  void aSubmoduleOnTheSourcePathOnly(@TempDir Path folder) throws Exception {
    JavacCommand javac =
        new JavacCommand(folder)
            .file("Use.java", "import dev.fanwise.*;\nclass Use { @Submodule m.Lay l; }\n")
            .file(
                "more/m/Lay.java",
                "package m;\n"
                    + "import dev.fanwise.*;\n"
                    + "public class Lay { @Shape({4, 4}) @XavierInit public float[] w; }\n");
    JavacCommand.Result result = compile(javac, "-sourcepath", "more", "Use.java");
    assertEquals(
        List.of(
            "error: [Fanwise:SubmoduleUnprocessed] l is a submodule of class Lay, which was"
                + " compiled without Fanwise or with another -Afanwise.suffix, or is a source on"
                + " the source path only, so there is no LayInitializer. Compile it with the"
                + " annotation processor and the same suffix, and name its file among those to"
                + " compile."),
        result.messages().stream().filter(line -> line.startsWith("error")).toList(),
        result.printed());
    compile(javac, "-sourcepath", "more", "Use.java", "more/m/Lay.java").requireSuccess();
  }
}
