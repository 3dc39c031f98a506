package dev.fanwise.processor.harness;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Class files as {@code javap} sees them. */
public final class Bytecode {
  private static final Pattern METHOD = Pattern.compile("^  \\S.*\\);$");
  private static final Pattern INSTRUCTION = Pattern.compile("^ +(\\d+): \\w+.*");

  private Bytecode() {}

  /**
   * How many bytes of instructions each method has.
   *
   * @param folder where to put the class file for {@code javap}
   */
  public static Map<String, Integer> methodLengths(byte[] classFile, Path folder) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    String method = "";
    for (String line : disassemble(classFile, folder).split("\n")) {
      if (METHOD.matcher(line).matches()) {
        method = line.strip();
        continue;
      }
      Matcher instruction = INSTRUCTION.matcher(line);
      if (instruction.matches()) {
        // Every method ends with a return, which is one byte long.
        lengths.put(method, Integer.parseInt(instruction.group(1)) + 1);
      }
    }
    return lengths;
  }

  private static String disassemble(byte[] classFile, Path folder) {
    Path file = folder.resolve("Some.class");
    try {
      Files.write(file, classFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int status = javap.run(out, out, "-c", "-p", file.toString());
    if (status != 0) {
      throw new AssertionError(text);
    }
    return text.toString();
  }
}
