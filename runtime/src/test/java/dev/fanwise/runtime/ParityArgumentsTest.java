package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static dev.fanwise.runtime.Refusals.assertOutOfBounds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.HalfPrecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the streams of PyTorch and JAX refuse, before they draw or write anything. */
class ParityArgumentsTest {
  private final float[] floats = new float[20];
  private final double[] doubles = new double[20];
  private final short[] shorts = new short[20];
  private final TorchGenerator torch = TorchGenerator.seeded(42);

  @AfterEach
  void nothingWasWrittenOrDrawn() {
    assertArrayEquals(new float[20], floats);
    assertArrayEquals(new double[20], doubles);
    assertArrayEquals(new short[20], shorts);
    assertArrayEquals(TorchGenerator.seeded(42).permutation(100), torch.permutation(100));
  }

  private Sink floats() {
    return Sink.of(floats, 0);
  }

  @Test
  void counts() {
    assertIllegal("count must not be negative, but is -1", () -> torch.uniform(floats(), -1, 0, 1));
    assertIllegal("count must not be negative, but is -1", () -> torch.normal(floats(), -1, 0, 1));
    assertIllegal(
        "count must not be negative, but is -1",
        () -> torch.truncatedNormal(floats(), -1, 0, 1, -2, 2));
    assertOutOfBounds(
        "offset 1 and count 20 do not fit an array of length 20",
        () -> JaxFill.uniform(floats, 1, 20, 42, 0, 0, 1));
    assertIllegal(
        "from must be an element's index, not -1",
        () -> JaxFill.normal(floats, 0, 20, 42, -1, 0, 1));
  }

  @Test
  void bounds() {
    String text = "bounds must be finite and low <= high";
    assertIllegal(text, () -> torch.uniform(floats(), 20, 1, 0));
    assertIllegal(text, () -> torch.uniform(floats(), 20, Double.NaN, 0));
    assertIllegal(text, () -> torch.uniform(floats(), 20, 0, Double.POSITIVE_INFINITY));
    assertIllegal(text, () -> JaxFill.uniform(floats, 0, 20, 42, 0, 1, 0));
    assertIllegal(
        "bounds of floats and their distance must be within 3.4028234663852886E38",
        () -> torch.uniform(floats(), 20, -3e38, 3e38));
    assertIllegal(
        "bounds of half-precision numbers and their distance must be within 65504.0",
        () -> torch.uniform(Sink.of(shorts, 0, HalfPrecision.FP16), 20, 0, 65505));
    assertIllegal(
        "bounds of bfloat16 numbers and their distance must be within 3.3895313892515355E38",
        () -> JaxFill.uniform(shorts, 0, 20, 42, 0, 0, 3.4e38, HalfPrecision.BF16));
    assertIllegal(
        "bounds of doubles and their distance must be within 1.7976931348623157E308",
        () -> torch.uniform(Sink.of(doubles, 0), 20, -1e308, 1e308));
    assertIllegal(
        "JAX's uniform 16-bit numbers are drawn between -b and b or 0 and b, not between -1.0 and"
            + " 2.0",
        () -> JaxFill.uniform(shorts, 0, 20, 42, 0, -1, 2, HalfPrecision.BF16));
  }

  @Test
  void moments() {
    String text = "mean and std must be finite, std >= 0";
    assertIllegal(text, () -> torch.normal(floats(), 20, 0, -1));
    assertIllegal(text, () -> torch.truncatedNormal(floats(), 20, 0, -1, -2, 2));
    assertIllegal(text, () -> torch.sparse(floats(), 4, 5, 1, Double.NaN));
    assertIllegal(text, () -> JaxFill.normal(floats, 0, 20, 42, 0, Double.NaN, 1));
    assertIllegal(text, () -> JaxFill.truncatedNormal(floats, 0, 20, 42, 0, 0, -1, -2, 2));
    assertIllegal(
        "mean and std must be finite, std > 0",
        () -> torch.truncatedNormal(floats(), 20, 0, 0, -2, 2));
  }

  @Test
  void normalsOfDoubles() {
    String text =
        "PyTorch's normals of doubles go through the system's mathematical library and differ"
            + " between machines: draw floats";
    assertIllegal(text, () -> torch.normal(Sink.of(doubles, 0), 20, 0, 1));
    assertIllegal(text, () -> torch.truncatedNormal(Sink.of(doubles, 0), 20, 0, 1, -2, 2));
    assertIllegal(text, () -> torch.sparse(Sink.of(doubles, 0), 4, 5, 1, 1));
    assertIllegal(text, () -> torch.normal(Sink.nested(new double[4][5], 4, 5), 20, 0, 1));
  }

  @Test
  void cuts() {
    assertIllegal(
        "a normal cut to 30 % or less, as from 1.0 to 2.0, is drawn by PyTorch with a vector"
            + " logarithm whose bits are its library's: there is no such stream here",
        () -> torch.truncatedNormal(floats(), 20, 0, 1, 1, 2));
    assertIllegal(
        "JAX's normals are cut at -2 and 2 std, not at -1.0 and 2.0: other bounds go through an"
            + " erf whose bits are not known here",
        () -> JaxFill.truncatedNormal(floats, 0, 20, 42, 0, 0, 1, -1, 2));
  }

  @Test
  void matrices() {
    assertIllegal(
        "rows and columns must not be negative, but are 4 and -5",
        () -> torch.sparse(floats(), 4, -5, 1, 1));
    assertIllegal(
        "a column of 4 entries cannot have 5 zeros", () -> torch.sparse(floats(), 4, 5, 5, 1));
    assertIllegal(
        "a permutation must have 0 to 214748363 numbers, not -1", () -> torch.permutation(-1));
    assertIllegal(
        "a permutation must have 0 to 214748363 numbers, not 214748364",
        () -> torch.permutation(214748364));
    assertIllegal("i must be a key's index, not -1", () -> JaxKeys.split(42, -1));
  }

  /** The last cut that is drawn keeps 30.0001 %. */
  @Test
  void aCutJustWideEnough() {
    float[] into = new float[5];
    TorchGenerator.seeded(1).truncatedNormal(Sink.of(into, 0), 5, 0, 1, -0.38533, 0.38533);
    for (float x : into) {
      assertEquals(0, x, 0.38533);
    }
  }
}
