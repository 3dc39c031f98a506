package dev.fanwise.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.runtime.DataType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Random models: elements are random bits, NaNs with payloads among them. */
class SafetensorsModelsTest {
  enum Kind {
    FLAT,
    NESTED,
    BUFFER
  }

  record Spec(String name, DataType type, Kind kind, List<Integer> shape, long seed) {
    int[] dimensions() {
      return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    int elements() {
      return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** What a file is to have. */
    byte[] bytes() {
      byte[] bytes = new byte[elements() * type.bytes()];
      new Random(seed).nextBytes(bytes);
      return bytes;
    }

    Object weights() {
      ByteBuffer bytes = ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN);
      if (kind == Kind.NESTED && !shape.isEmpty()) {
        Class<?> element =
            type == DataType.F32 ? float.class : type == DataType.F64 ? double.class : short.class;
        Object nested = Array.newInstance(element, dimensions());
        fill(nested, bytes);
        return nested;
      }
      Object flat = flat(bytes);
      if (kind == Kind.BUFFER && flat instanceof float[]) {
        ByteBuffer direct = ByteBuffer.allocateDirect(4 * elements());
        return direct.asFloatBuffer().put((float[]) flat); // big-endian, at its end
      }
      return kind == Kind.BUFFER && flat instanceof double[]
          ? DoubleBuffer.wrap((double[]) flat).limit(0)
          : flat;
    }

    private Object flat(ByteBuffer bytes) {
      Object array =
          switch (type) {
            case F32 -> new float[elements()];
            case F64 -> new double[elements()];
            case BF16, F16 -> new short[elements()];
          };
      fill(array, bytes);
      return array;
    }

    private static void fill(Object array, ByteBuffer bytes) {
      for (int i = 0; i < Array.getLength(array); i++) {
        if (array instanceof float[] floats) {
          floats[i] = Float.intBitsToFloat(bytes.getInt());
        } else if (array instanceof double[] doubles) {
          doubles[i] = Double.longBitsToDouble(bytes.getLong());
        } else if (array instanceof short[] shorts) {
          shorts[i] = bytes.getShort();
        } else {
          fill(Array.get(array, i), bytes);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Spec>> models() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().withChars(".\"\\/\0\n\177").ofMaxLength(6),
                Arbitraries.strings().all().ofMaxLength(4))
            .filter(name -> !name.isEmpty() && !name.matches("(?s).*\\p{Cs}.*"));
    Arbitrary<List<Integer>> shapes = Arbitraries.integers().between(0, 7).list().ofMaxSize(4);
    return Combinators.combine(
            names,
            Arbitraries.of(DataType.class),
            Arbitraries.of(Kind.class),
            shapes,
            Arbitraries.longs())
        .as(Spec::new)
        .list()
        .uniqueElements(Spec::name)
        .ofMaxSize(12);
  }

  private static Parameters parameters(List<Spec> model) {
    Parameters parameters = new Parameters();
    model.forEach(s -> parameters.add(s.name, s.type, s.weights(), s.dimensions()));
    return parameters;
  }

  @Property(tries = 300)
  void readBackAsTheyWere(@ForAll("models") List<Spec> model) {
    Map<String, SafetensorsReader.Tensor> tensors = parameters(model).read().tensors;
    assertEquals(model.size(), tensors.size());
    for (Spec spec : model) {
      SafetensorsReader.Tensor tensor = tensors.get(spec.name);
      assertEquals(spec.type.name(), tensor.dtype());
      assertEquals(spec.shape.stream().map(Integer::longValue).toList(), tensor.shape());
      assertArrayEquals(spec.bytes(), tensor.data());
    }
  }

  @Property(tries = 300)
  void theOrderOfTheWalkChangesNothing(@ForAll("models") List<Spec> model, @ForAll long seed) {
    List<Spec> shuffled = new ArrayList<>(model);
    Collections.shuffle(shuffled, new Random(seed));
    assertArrayEquals(parameters(model).file(), parameters(shuffled).file());
  }

  @Property(tries = 300)
  void oneMoreParameterChangesNoOther(
      @ForAll("models") @Size(min = 1) List<Spec> model, @ForAll int place) {
    List<Spec> fewer = new ArrayList<>(model);
    fewer.remove(Math.floorMod(place, model.size()));
    Map<String, SafetensorsReader.Tensor> all = parameters(model).read().tensors;
    parameters(fewer)
        .read()
        .tensors
        .forEach((name, tensor) -> assertArrayEquals(tensor.data(), all.get(name).data()));
  }

  @Test
  void twelveBlocksOfTwelve() {
    Parameters parameters = new Parameters();
    for (int block = 0; block < 12; block++) {
      for (int i = 0; i < 12; i++) {
        float[] weights = new float[1000 + i];
        Arrays.fill(weights, 12 * block + i);
        parameters.add("blocks." + block + ".w" + i, DataType.F32, weights, 1000 + i);
      }
    }
    Map<String, SafetensorsReader.Tensor> tensors = parameters.read().tensors;
    assertEquals(144, tensors.size());
    FloatBuffer last =
        ByteBuffer.wrap(tensors.get("blocks.11.w11").data())
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    assertEquals(1011, last.remaining());
    assertEquals(143, last.get(1010));
  }
}
