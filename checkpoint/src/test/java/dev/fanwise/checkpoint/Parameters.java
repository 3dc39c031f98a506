package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters as a model's walk would hand them out. */
final class Parameters implements ParameterSource {
  private record Entry(ParameterInfo info, Object weights) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds a parameter: a name, a type, weights and a shape. */
  Parameters add(String name, DataType type, Object weights, int... shape) {
    entries.add(new Entry(ParameterInfo.of(name, shape).dataType(type).normal(0, 1), weights));
    return this;
  }

  @Override
  public void visitParameters(ParameterVisitor visitor) {
    entries.forEach(entry -> visitor.visit(entry.info, entry.weights));
  }

  byte[] file() {
    return file(null);
  }

  /** The bytes of a file of these parameters; metadata may be null. */
  byte[] file(Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (metadata == null) {
        Safetensors.write(bytes, this);
      } else {
        Safetensors.write(bytes, this, metadata);
      }
    } catch (IOException e) {
      throw new AssertionError("an array does not fail", e);
    }
    return bytes.toByteArray();
  }

  SafetensorsReader read() {
    return new SafetensorsReader(file());
  }
}
