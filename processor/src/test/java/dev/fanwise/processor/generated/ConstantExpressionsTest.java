package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import org.junit.jupiter.api.Test;

/** Whatever Java allows as the value of an annotation's member. */
class ConstantExpressionsTest {
  private static final Outcome OUTCOME =
      Javac.compile(
          """
          class Net {
            static final int OUT = 3;
            private static final int IN = OUT * 2 + Sizes.ONE;
            static final double GAIN = 1e-2f;
            @Shape(5) @ZerosInit float[] single;
            @Shape({OUT, IN}) @XavierInit(gain = GAIN) float[] constants;
            @Shape({'\\t', (int) 2.9, 1 << 3, OUT > 2 ? 4 : 5}) @OnesInit float[] expressions;
            @Shape({0x10, 0b11, 1_0, (byte) 257, (short) 2}) @OnesInit float[] literals;
            @Shape({Character.SIZE, Sizes.LETTER}) @ConstantInit('A') double[] letters;
            @Shape(value = {2, 4, 3, 3}, layout = Layout.OI, groups = OUT - 1) @KaimingInit(
                a = 1 / 4f, mode = FanMode.FAN_OUT, nonlinearity = Nonlinearity.LEAKY_RELU)
            float[] members;
            @Shape({2, 9}) @BiasInit(of = "mem" + "bers") float[] bias;
            @Shape(2) @ConstantInit(1 / 3) float[] integerDivision;
            @Shape(2) @ConstantInit(Long.MAX_VALUE) float[] large;
            @Shape(2) @ConstantInit(0x1.8p-3) float[] hexadecimal;
          }
          """,
          "class Sizes { static final byte ONE = 1; static final char LETTER = '\\n'; }");

  private final Model model = Model.of(OUTCOME, "p.Net");

  @Test
  void asDimensions() {
    assertArrayEquals(new int[] {5}, model.parameter("single").shape());
    assertArrayEquals(new int[] {3, 7}, model.parameter("constants").shape());
    assertArrayEquals(new int[] {9, 2, 8, 4}, model.parameter("expressions").shape());
    assertArrayEquals(new int[] {16, 3, 10, 1, 2}, model.parameter("literals").shape());
    assertArrayEquals(new int[] {16, 10}, model.parameter("letters").shape());
  }

  @Test
  void asOtherMembers() {
    assertEquals(0.01f * Math.sqrt(2.0 / 10), model.parameter("constants").std());
    assertEquals(4 * 9, model.parameter("members").fanIn());
    assertEquals(9, model.parameter("members").fanOut());
    assertEquals(Math.sqrt(2 / 1.0625) / 3, model.parameter("members").std());
    assertEquals(1.0 / 6, model.parameter("bias").high());
  }

  @Test
  void asValues() {
    model.initialize(1);
    assertEquals(65, ((double[]) model.get("letters"))[0]);
    assertEquals(0, ((float[]) model.get("integerDivision"))[0]);
    assertEquals(0x1p63f, ((float[]) model.get("large"))[0]);
    assertEquals(0.1875f, ((float[]) model.get("hexadecimal"))[0]);
  }
}
