package dev.fanwise.djl;

import dev.fanwise.engines.Drawings;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.Problems;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterVisitor;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A block's parameters, visited as those of a Fanwise model are. */
final class Sources {
  private Sources() {}

  static void visit(
      List<EngineParameter> parameters,
      Map<String, BlockParameter> byName,
      ParameterVisitor visitor) {
    Problems problems = new Problems("the block cannot be visited");
    Map<EngineParameter, ByteBuffer> memories = new LinkedHashMap<>();
    for (EngineParameter parameter : parameters) {
      ByteBuffer memory = Memory.shared(byName.get(parameter.name()).parameter.getArray());
      if (memory == null) {
        problems.add(parameter.name() + " is not in one piece of the CPU's memory: copy(...) it");
      } else if (parameter.dataType().bytes() == Short.BYTES) {
        problems.add(
            parameter.name() + " is FLOAT16, which is in no array of Java's: copy(...) it");
      } else {
        memories.put(parameter, memory);
      }
    }
    problems.throwIfAny();
    for (Map.Entry<EngineParameter, ByteBuffer> entry : memories.entrySet()) {
      ByteBuffer memory = entry.getValue();
      visitor.visit(
          Drawings.describe(entry.getKey()),
          entry.getKey().dataType() == DataType.F32
              ? memory.asFloatBuffer()
              : memory.asDoubleBuffer());
    }
  }
}
