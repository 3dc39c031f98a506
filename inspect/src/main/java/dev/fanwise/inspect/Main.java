package dev.fanwise.inspect;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where {@code java -jar fanwise-inspect.jar} begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int code = InspectCommand.run(writer(System.out), writer(System.err), arguments);
    System.exit(code);
  }

  private static PrintWriter writer(PrintStream stream) {
    // Names may have any letters, whatever the locale of the terminal says.
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
