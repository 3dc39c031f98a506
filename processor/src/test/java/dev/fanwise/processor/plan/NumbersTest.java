package dev.fanwise.processor.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NumbersTest {
  @Example
  void readsAsPeopleWriteThem() {
    assertEquals("784", Numbers.text(784.0));
    assertEquals("-3", Numbers.text(-3.0));
    assertEquals("0.1", Numbers.text(0.1));
    assertEquals("0.1", Numbers.text(0.1f));
    assertEquals("0.10000000149011612", Numbers.text((double) 0.1f));
    assertEquals("1.6666666666666667", Numbers.text(5.0 / 3));
    assertEquals("2500000000", Numbers.text(2.5e9));
    assertEquals("1e10", Numbers.text(1e10));
    assertEquals("1.5e10", Numbers.text(1.5e10));
    assertEquals("0.00001", Numbers.text(1e-5));
    assertEquals("-1.25e-6", Numbers.text(-1.25e-6));
    assertEquals("0", Numbers.text(0.0));
    assertEquals("-0", Numbers.text(-0.0));
    assertEquals("-0", Numbers.text(-0.0f));
  }

  @Example
  void bitsHaveAllTheirDigits() {
    assertEquals("0x000000000000002a", Numbers.hex(42L));
    assertEquals("0xffffffffffffffff", Numbers.hex(-1L));
    assertEquals("0x3f80", Numbers.hex((short) 0x3f80));
    assertEquals("0x0000", Numbers.hex((short) 0));
    assertEquals("0x8000", Numbers.hex(Short.MIN_VALUE));
  }

  @Example
  void isShortestWhereDoubleToStringWasNot() {
    // JDK-4511638: 2.0E-3 was 0.0020 once, 2E23 was 2.0E23, 2^-44 had a digit too many.
    assertEquals("2e23", Numbers.text(2e23));
    assertEquals("5.684341886080802e-14", Numbers.text(0x1p-44));
    assertEquals("1e23", Numbers.text(1e23));
    assertEquals("5e-324", Numbers.text(Double.MIN_VALUE));
    assertEquals("1e-45", Numbers.text(Float.MIN_VALUE));
    assertEquals("1.7976931348623157e308", Numbers.text(Double.MAX_VALUE));
    assertEquals("3.4028235e38", Numbers.text(Float.MAX_VALUE));
    assertEquals("8388608.5", Numbers.text(0x1p23 + 0.5));
  }

  @Example
  void namesWhatIsNoNumber() {
    assertEquals("NaN", Numbers.text(Double.NaN));
    assertEquals("Infinity", Numbers.text(Double.POSITIVE_INFINITY));
    assertEquals("-Infinity", Numbers.text(Float.NEGATIVE_INFINITY));
  }

  /** Bits, so that every exponent is as likely, those of subnormals too. */
  @Property(tries = 1000)
  void doublesReadBackTheSame(@ForAll long bits) {
    double number = Double.longBitsToDouble(bits);
    String text = Numbers.text(number);
    assertEquals(number, Double.parseDouble(text));
    assertTrue(text.length() <= Math.max(25, Double.toString(number).length()), text);
  }

  @Property(tries = 1000)
  void subnormalDoublesReadBackTheSame(@ForAll long bits) {
    double number = Double.longBitsToDouble(bits & 0x800F_FFFF_FFFF_FFFFL);
    assertEquals(number, Double.parseDouble(Numbers.text(number)));
  }

  @Property(tries = 1000)
  void floatsReadBackTheSame(@ForAll int bits) {
    float number = Float.intBitsToFloat(bits);
    assertEquals(number, Float.parseFloat(Numbers.text(number)));
  }

  @Property(tries = 1000)
  void subnormalFloatsReadBackTheSame(@ForAll int bits) {
    float number = Float.intBitsToFloat(bits & 0x807F_FFFF);
    assertEquals(number, Float.parseFloat(Numbers.text(number)));
  }

  @Property(tries = 1000)
  void noShorterDecimalReadsBack(@ForAll long bits) {
    assertShortest(Double.longBitsToDouble(bits));
  }

  @Property(tries = 1000)
  void noShorterDecimalReadsBackAsAPowerOfTwo(
      @ForAll @IntRange(min = -1074, max = 1023) int power) {
    assertShortest(Math.scalb(1.0, power));
  }

  private static void assertShortest(double number) {
    String text = Numbers.text(number);
    Assume.that(Double.isFinite(number) && digits(text) > 1);
    MathContext fewer = new MathContext(digits(text) - 1, RoundingMode.DOWN);
    BigDecimal below = new BigDecimal(number).round(fewer);
    BigDecimal above = below.add(below.ulp().multiply(BigDecimal.valueOf(below.signum())));
    assertNotEquals(number, below.doubleValue());
    assertNotEquals(number, above.doubleValue());
  }

  private static int digits(String text) {
    String mantissa = text.replaceAll("e.*|[-.]", "").replaceAll("^0+", "");
    return mantissa.replaceAll("0+$", "").length();
  }
}
