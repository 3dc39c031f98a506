package dev.fanwise.checkpoint;

import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads files whose headers are known into a model's weights, once all that can be wrong is not.
 */
final class Reading {
  /** A file whose header has been read. */
  interface Opened {
    FileHeader header();

    /** The bytes after the header. */
    ByteInput data() throws IOException;
  }

  private final List<? extends Opened> files;
  private final Match match;

  /**
   * Compares files with a model.
   *
   * @param name what messages call the files
   * @throws IllegalArgumentException if they do not fit; the message has all that does not
   */
  Reading(String name, List<? extends Opened> files, ParameterSource model, ReadOptions options) {
    this.files = files;
    this.match = new Match(name, options);
    for (Opened file : files) {
      for (FileTensor tensor : file.header().tensors()) {
        match.addTensor(tensor);
      }
    }
    model.visitParameters(match::addParameter);
    match.compare();
    Map<String, Object> weights = new LinkedHashMap<>();
    model.visitParameters(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object array) {
            weights.put(info.name(), array);
          }

          @Override
          public boolean wantsArrays() {
            return true;
          }
        });
    match.place(weights);
  }

  ReadReport read() throws IOException {
    for (Opened file : files) {
      try (ByteInput input = file.data()) {
        ByteBuffer buffer = input.newBuffer();
        long at = 0;
        for (FileTensor tensor : file.header().tensors()) {
          TensorReader reader = match.reader(tensor);
          if (reader != null) {
            input.skip(tensor.begin() - at, buffer, tensor.name());
            reader.read(input, buffer);
            at = tensor.end();
          }
        }
      }
    }
    return match.report();
  }

  /** A list of one. */
  static List<Opened> one(Opened file) {
    List<Opened> files = new ArrayList<>();
    files.add(file);
    return files;
  }
}
