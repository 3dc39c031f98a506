package dev.fanwise.processor.harness;

import java.io.IOException;
import javax.tools.JavaFileObject;

/** Told of each file that javac is about to write. */
@FunctionalInterface
public interface OutputWatch {
  /**
   * A file is to be written.
   *
   * @throws IOException to refuse it
   */
  void onOutput(String className, JavaFileObject.Kind kind) throws IOException;
}
