package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Values;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Tensors;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.HalfFloats;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a card shows are the bits of the generated class. */
class SamplerTest {
  private static final String FANWISE =
      """
      class Net {
        @Shape({400, 300}) @XavierInit float[] large;
        @Shape({40, 30}) @XavierInit(distribution = Distribution.NORMAL) double[] doubles;
        @Shape({40, 30}) @KaimingInit(distribution = Distribution.TRUNCATED_NORMAL) float[][] rows;
        @Shape({40, 30}) @UniformInit(low = -0.1, high = 0.7) double[] uniform;
        @Shape({33, 31}) @Precision(HalfPrecision.BF16) @LecunInit short[] bf16;
        @Shape({33, 31}) @Precision(HalfPrecision.FP16) @XavierInit short[] fp16;
        @Shape(7) @Precision(HalfPrecision.FP16) @ConstantInit(0.1) short[] constant;
        @Shape(7) @ConstantInit(0.1) float[] floats;
        @Shape(40) @BiasInit(of = "rows") @StreamName("old name") float[] bias;
        @Shape({6, 10, 3}) @OrthogonalInit(gain = 1.5) float[] orthogonal;
        @Shape(value = {30, 10}, parts = 3) @OrthogonalInit double[] parts;
        @Shape(value = {8, 4, 3, 3}, groups = 2) @DeltaOrthogonalInit float[] delta;
        @Shape({20, 10}) @SparseInit(sparsity = 0.7) float[] sparse;
        @Shape(value = {6, 2, 3}, groups = 2) @DiracInit(gain = 0.3) float[] dirac;
        @Shape({5, 6}) @IdentityInit double[] identity;
        @Shape({12, 6}) @ZerOInit float[] zerO;
        @Shape(40) @ChronoInit(maxTime = 100) float[] chrono;
        @Shape(40) @ForgetGateInit float[] forget;
        @Shape({9, 5}) @NormalInit(mean = 0.3, std = 0.1)
        @ResidualScaled(layers = 12, rule = ResidualRule.GPT2) float[] scaled;
        @Shape({9, 5}) @TruncatedNormalInit(mean = 1, std = 0.02, lower = -1, upper = 3) float[] cut;
      }
      """;

  private static final String TORCH =
      """
      @RandomStream(RandomEngine.TORCH)
      class Net {
        @Shape({5, 10}) @XavierInit float[] xavier;
        @Shape(5) @ZerosInit float[] zeros;
        @Shape({3, 5}) @KaimingInit float[] odd;
        @Shape({20, 10}) @SparseInit(sparsity = 0.7) float[] sparse;
        @Shape({400, 300}) @NormalInit(std = 0.02) float[] large;
        @Shape({7, 9}) @TruncatedNormalInit(std = 0.1) float[] cut;
        @Shape({40, 30}) @UniformInit double[] doubles;
        @Shape({40, 30}) @Precision(HalfPrecision.BF16) @LecunInit short[] bf16;
        @Shape({5, 5}) @IdentityInit float[] identity;
        @Shape(7) @BiasInit(of = "cut") float[] bias;
      }
      """;

  private static final String JAX =
      """
      @RandomStream(RandomEngine.JAX)
      class Net {
        @Shape(value = {5, 10}, layout = Layout.IO) @XavierInit float[] xavier;
        @Shape(5) @ZerosInit float[] zeros;
        @Shape(value = {300, 500}, layout = Layout.IO) @LecunInit float[] large;
        @Shape({7, 9}) @NormalInit(std = 0.1) float[] normal;
        @Shape({40, 30}) @Precision(HalfPrecision.BF16) @XavierInit short[] bf16;
        @Shape({5, 5}) @IdentityInit float[] identity;
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {FANWISE, TORCH, JAX})
  void theBitsOfTheGeneratedClass(String source) {
    for (long seed : new long[] {0, 42, -7}) {
      Model model = Model.of(Javac.compile(source), "p.Net");
      model.initialize(seed);
      Sampler sampler = new Sampler(seed, Sample.MOST);
      for (MemberPlan member : Cards.plan(source).members()) {
        ParameterPlan parameter = (ParameterPlan) member;
        Sample sample = sampler.next(parameter);
        assertTrue(sample.isDrawn(), sample::reason);
        double[] all = values(model.get(parameter.name()), parameter.elementType());
        int count = Math.min(all.length, 100_000);
        assertEquals(parameter.elements(), all.length);
        assertArrayEquals(
            bits(all, count), bits(numbers(sample.values()), count), parameter.name());
        assertEquals(count, sample.values().count());
      }
    }
  }

  private static double[] values(Object array, ElementType type) {
    if (!(array instanceof short[] halves)) {
      return Tensors.flat(array);
    }
    HalfPrecision precision = HalfPrecision.valueOf(type.name());
    double[] values = new double[halves.length];
    Arrays.setAll(values, i -> HalfFloats.toFloat(halves[i], precision));
    return values;
  }

  private static long[] bits(double[] values, int count) {
    return Arrays.stream(values).limit(count).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void whatCannotBeDrawnSaysWhy() {
    assertEquals(
        List.of(
            "wide: its dimensions are known at run time only",
            "bias: its numbers are known at run time only",
            "huge: its elements cannot be drawn but all together, and that takes too long here"),
        reasons(
            """
            class Net {
              int n;
              @Shape({3, 3}) @XavierInit float[] plain;
              @Shape(dims = {"n", "3"}) @XavierInit float[] wide;
              @Shape(3) @BiasInit(of = "wide") float[] bias;
              @Shape({9000, 9000}) @OrthogonalInit float[] huge;
              @Shape({9000, 9000}) @XavierInit float[] large;
            }
            """));
  }

  @Test
  void ofPyTorchsNumbersNothingIsKnownAfterWhatIsNot() {
    assertEquals(
        List.of(
            "wide: its dimensions are known at run time only",
            "last: how much is drawn before it, for wide, is known at run time only"),
        reasons(
            """
            @RandomStream(RandomEngine.TORCH)
            class Net {
              int n;
              @Shape({3, 3}) @XavierInit float[] plain;
              @Shape(dims = {"n", "3"}) @XavierInit float[] wide;
              @Shape({3, 3}) @XavierInit float[] last;
              @Shape(3) @ZerosInit float[] zeros;
            }
            """));
    assertEquals(
        List.of(
            "huge: PyTorch's numbers come one after the other, and those up to here are too many",
            "last: PyTorch's numbers come one after the other, and those up to here are too many"),
        reasons(
            """
            @RandomStream(RandomEngine.TORCH)
            class Net {
              @Shape({3, 3}) @XavierInit float[] plain;
              @Shape({5000, 5000}) @XavierInit float[] huge;
              @Shape({3, 3}) @XavierInit float[] last;
            }
            """));
  }

  @Test
  void submodulesComeBefore() {
    String fields =
        """
        class Net {
          @Shape({3, 3}) @XavierInit float[] first;
          @Submodule Part part;
          @Shape({3, 3}) @XavierInit float[] last;
        }
        class Part { @Shape({3, 3}) @XavierInit float[] w; }
        """;
    assertEquals(List.of(), reasons(fields));
    assertEquals(
        List.of(
            "part.w: it is drawn after all that stands before it in the model",
            "last: what is drawn before it depends on the submodules in part"),
        reasons("@RandomStream(RandomEngine.TORCH) " + fields));
    assertEquals(
        List.of(
            "part.w: it is drawn after all that stands before it in the model",
            "last: its number among the parameters depends on the submodules before it"),
        reasons("@RandomStream(RandomEngine.JAX) " + fields));
  }

  @Test
  void aModelMayNotCostTooMuch() {
    String field = "@Shape({900, 900}) @OrthogonalInit float[] w%d;\n";
    InitializerPlan plan =
        Cards.plan("class Net { " + field.formatted(1) + field.formatted(2) + " }");
    Sampler sampler = new Sampler(0, Sample.MOST);
    assertNull(sampler.next(plan.parameters().get(0)).reason());
    assertEquals(
        "its elements cannot be drawn but all together, and that takes too long here",
        sampler.next(plan.parameters().get(1)).reason());
  }

  private static List<String> reasons(String source) {
    return Cards.of(source).parameters().stream()
        .filter(one -> one.measured() == null)
        .map(one -> one.name() + ": " + one.undrawn())
        .toList();
  }

  private static double[] numbers(Values values) {
    double[] numbers = new double[(int) values.count()];
    values.read((buffer, count) -> System.arraycopy(buffer, 0, numbers, 0, count));
    return numbers;
  }
}
