package program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program of docs/engines.md. */
class PageTest {
  @Test
  void theProgramOfThePageIsTheOneThatIsCompiled() throws IOException {
    String program = Files.readString(Path.of("src/test/java/program/Dl4jProgram.java"));
    String page = Files.readString(Path.of("../../docs/engines.md"));
    String shown = program.substring(program.indexOf("import")).strip();
    assertTrue(page.contains("```java\n" + shown + "\n```"), shown);
  }

  @Test
  @Tag("native")
  void itRuns() {
    Dl4jProgram.main(new String[0]);
  }
}
