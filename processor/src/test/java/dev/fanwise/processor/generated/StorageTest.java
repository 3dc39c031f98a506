package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Buffers and 16-bit numbers: what is allocated, what is refused, and that it stays untouched. */
class StorageTest {
  private static final ClassLoader LOADER =
      Javac.compile(
              """
              import dev.fanwise.*;
              import java.nio.*;
              class Net {
                @Shape({2, 3}) @XavierInit FloatBuffer floats;
                @Shape({2, 3}) @OnesInit DoubleBuffer doubles;
                @Shape({2, 3}) @KaimingInit @Precision(HalfPrecision.BF16) short[] halves;
                @Shape({2, 3, 5}) @DiracInit FloatBuffer taps;
                @Shape({4, 3}) @OrthogonalInit @Precision(HalfPrecision.FP16) short[] rows;
                @Shape(4) @UniformInit final DoubleBuffer last;
                @Shape(4) @ZerosInit @Precision(HalfPrecision.FP16) final short[] shorts;
                Net(DoubleBuffer last, short[] shorts) {
                  this.last = last;
                  this.shorts = shorts;
                }
              }
              """)
          .load();

  /** What initialize says of the final fields without an array; a fill method sees no field. */
  private static final String NO_ARRAY =
      " is null, and the field is final, so that it cannot be given an array: assign one in its"
          + " class, or remove final";

  private static final Map<String, FieldKind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("floats", FieldKind.FLOAT_BUFFER);
    KINDS.put("doubles", FieldKind.DOUBLE_BUFFER);
    KINDS.put("halves", FieldKind.BF16);
    KINDS.put("taps", FieldKind.FLOAT_BUFFER);
    KINDS.put("rows", FieldKind.FP16);
    KINDS.put("last", FieldKind.DOUBLE_BUFFER);
    KINDS.put("shorts", FieldKind.FP16);
  }

  private static Model net() {
    return net(DoubleBuffer.allocate(4), new short[4]);
  }

  private static Model net(Object last, Object shorts) {
    return Model.of(LOADER, "Net", last, shorts);
  }

  @Test
  void missingBuffersAreAllocatedOnTheHeap() {
    Model model = net();
    model.initialize(1);
    for (String name : List.of("floats", "doubles", "taps")) {
      Buffer buffer = assertInstanceOf(Buffer.class, model.get(name));
      assertTrue(buffer.hasArray() && !buffer.isDirect(), name);
      assertEquals(0, buffer.position());
      assertEquals(model.parameter(name).elements(), buffer.limit());
      assertEquals(buffer.limit(), buffer.capacity());
    }
    assertEquals(6, ((short[]) model.get("halves")).length);
    assertEquals(12, ((short[]) model.get("rows")).length);
  }

  @Test
  void whatIsThereIsFilledInPlace() {
    Model fresh = net();
    fresh.initialize(1);
    DoubleBuffer last = ByteBuffer.allocateDirect(32).asDoubleBuffer().limit(1);
    short[] shorts = {1, 2, 3, 4};
    Model model = net(last, shorts);
    FloatBuffer floats = ByteBuffer.allocateDirect(24).asFloatBuffer().position(5);
    short[] halves = new short[6];
    model.set("floats", floats);
    model.set("halves", halves);
    model.initialize(1);
    assertSame(last, model.get("last"));
    assertSame(shorts, model.get("shorts"));
    assertSame(floats, model.get("floats"));
    assertSame(halves, model.get("halves"));
    KINDS.forEach(
        (name, kind) ->
            assertArrayEquals(kind.read(fresh.get(name)), kind.read(model.get(name)), name));
    assertArrayEquals(new short[4], shorts);
  }

  @Test
  void parametersTellTheConstantsThatFieldsHold() {
    String source =
        """
        class Constants {
          @Shape(2) @ConstantInit(0.1) java.nio.FloatBuffer floats;
          @Shape(2) @ConstantInit(0.1) java.nio.DoubleBuffer doubles;
          @Shape(2) @ConstantInit(0.1) @Precision(HalfPrecision.BF16) short[] bf16;
          @Shape(2) @ConstantInit(0.1) @Precision(HalfPrecision.FP16) short[] fp16;
        }
        """;
    Model model = Model.of(Javac.compile(source), "p.Constants");
    assertEquals(0.1f, model.parameter("floats").mean());
    assertEquals(0.1, model.parameter("doubles").mean());
    assertEquals(0x1.9ap-4, model.parameter("bf16").high());
    assertEquals(0x1.998p-4, model.parameter("fp16").low());
  }

  static List<Arguments> misfits() {
    String six = ", but shape [2, 3] needs 6 elements";
    String four = ", but shape [4] needs 4 elements";
    String readOnly = " is a read-only buffer, so it cannot be filled";
    return List.of(
        Arguments.of("floats", FloatBuffer.allocate(5), " has length 5" + six),
        Arguments.of("floats", FloatBuffer.allocate(7).limit(6), " has length 7" + six),
        Arguments.of("floats", FloatBuffer.allocate(9).position(3), " has length 9" + six),
        Arguments.of("floats", FloatBuffer.allocate(0), " has length 0" + six),
        Arguments.of("floats", FloatBuffer.allocate(6).asReadOnlyBuffer(), readOnly),
        Arguments.of(
            "doubles", ByteBuffer.allocateDirect(56).asDoubleBuffer(), " has length 7" + six),
        Arguments.of(
            "doubles", ByteBuffer.allocateDirect(48).asReadOnlyBuffer().asDoubleBuffer(), readOnly),
        Arguments.of("halves", new short[7], " has length 7" + six),
        Arguments.of("taps", FloatBuffer.allocate(30).asReadOnlyBuffer(), readOnly),
        Arguments.of("rows", new short[3], " has length 3, but shape [4, 3] needs 12 elements"),
        Arguments.of("last", null, " is null" + four),
        Arguments.of("last", DoubleBuffer.allocate(3), " has length 3" + four),
        Arguments.of("shorts", null, " is null" + four),
        Arguments.of("shorts", new short[0], " has length 0" + four));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void initializeWritesNothingBeforeAllIsChecked(String field, Object value, String text) {
    Object last = field.equals("last") ? value : soiled("last", 4);
    Object shorts = field.equals("shorts") ? value : soiled("shorts", 4);
    Model model = net(last, shorts);
    String missing = field.equals("rows") ? "taps" : "rows";
    KINDS.forEach(
        (name, kind) -> {
          if (!List.of(field, missing, "last", "shorts").contains(name)) {
            model.set(name, soiled(name, (int) model.parameter(name).elements()));
          }
        });
    if (!field.equals("last") && !field.equals("shorts")) {
      model.set(field, value);
    }
    assertRefused("Net." + field + (value == null ? NO_ARRAY : text), () -> model.initialize(1));
    assertNull(model.get(missing), "allocated in spite of the error");
    KINDS.forEach(
        (name, kind) -> {
          if (!name.equals(field) && !name.equals(missing)) {
            int elements = (int) model.parameter(name).elements();
            assertArrayEquals(kind.read(soiled(name, elements)), kind.read(model.get(name)), name);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aFillMethodWritesNothingEither(String field, Object value, String text) {
    FieldKind kind = KINDS.get(field);
    double[] before = value == null ? null : kind.read(value);
    assertRefused("Net." + field + text, () -> net().fill(field, value, 1));
    if (value != null) {
      assertArrayEquals(before, kind.read(value));
    }
  }

  static List<Arguments> shards() {
    return List.of(
        Arguments.of(10, 0, 0, 7, " has 6 elements: there are no 7 from 0 on"),
        Arguments.of(10, 0, 6, 1, " has 6 elements: there are no 1 from 6 on"),
        Arguments.of(10, 0, -1, 1, " has 6 elements: there are no 1 from -1 on"),
        Arguments.of(10, 8, 0, 3, ": 3 elements do not fit at 8 of length 10"),
        Arguments.of(10, -1, 0, 3, ": 3 elements do not fit at -1 of length 10"),
        Arguments.of(2, 0, 0, 3, ": 3 elements do not fit at 0 of length 2"));
  }

  @ParameterizedTest
  @MethodSource("shards")
  void shardsThatDoNotExistOrDoNotFit(int length, int offset, long from, int count, String text) {
    for (String field : List.of("floats", "doubles", "halves")) {
      FieldKind kind = KINDS.get(field);
      Object row = soiled(field, length);
      assertRefused("Net." + field + text, () -> net().fill(field, row, offset, from, count, 1));
      assertArrayEquals(kind.read(soiled(field, length)), kind.read(row));
    }
  }

  private static Object soiled(String field, int length) {
    FieldKind kind = KINDS.get(field);
    return kind.soiled(kind.row(length));
  }

  private static void assertRefused(String text, Executable call) {
    assertEquals(text, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
