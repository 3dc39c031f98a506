package dev.fanwise.processor.harness;

import java.io.IOException;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/** Told of each file that javac is about to write. */
@FunctionalInterface
public interface OutputWatch {
  /**
   * A file is to be written.
   *
   * @param sibling the source file that it comes from, as far as javac knows
   * @throws IOException to refuse it
   */
  void onOutput(String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException;
}
