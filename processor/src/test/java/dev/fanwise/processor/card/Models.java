package dev.fanwise.processor.card;

import java.util.List;
import java.util.Locale;

/** Models with all that a card may have to show. */
final class Models {
  /** Names that mean something to Java, HTML, JSON or the direction of a text. */
  static final String HOSTILE =
      """
      class $Net<T extends Comparable<T>> {
        @Shape({3, 4}) @XavierInit @StreamName("</script><script>alert(1)</script>") float[] a$b;
        @Shape({3, 4}) @XavierInit @StreamName("*/ \\" onload='x' & \\u202e\\n\\t\\u2028") float[] ä;
        @Shape({3, 4}) @XavierInit float[] שלום;
        @Shape({3, 4}) @XavierInit float[] model;
        @Shape({3, 4}) @XavierInit float[] seed;
      }
      """;

  static final String EVERYTHING =
      """
      class Net {
        int n = 3;
        @Shape({64, 32}) @XavierInit float[] uniform;
        @Shape(64) @BiasInit(of = "uniform") float[] bias;
        @Shape({64, 64}) @KaimingInit(nonlinearity = Nonlinearity.RELU) double[][] normal;
        @Shape({64, 64}) @LecunInit @Precision(HalfPrecision.BF16) short[] half;
        @Shape({64, 64}) @LecunInit(distribution = Distribution.TRUNCATED_NORMAL) float[] cut;
        @Shape({8, 4, 3, 3}) @DiracInit float[] dirac;
        @Shape({64, 8}) @OrthogonalInit float[] orthogonal;
        @Shape({64, 8}) @SparseInit(sparsity = 0.8) float[] sparse;
        @Shape({7, 5}) @ConstantInit(-1e-7) @Precision(HalfPrecision.FP16) short[] constant;
        @Shape(dims = {"n", "4"}) @KaimingInit float[] symbolic;
        @Shape(40) @ChronoInit(maxTime = 20) float[] chrono;
        @Shape({9000, 9000}) @OrthogonalInit float[] huge;
        @Shape(value = {8, 4, 3, 3}, connection = Connection.TRANSPOSED, stride = {2, 2})
        @XavierInit(nonlinearity = Nonlinearity.RELU) float[] up;
        @Submodule Part part;
        @Submodule java.util.List<Part[]> parts;
      }
      class Part { @Shape({3, 3}) @XavierInit float[] w; }
      """;

  static final String SHARED =
      """
      @RandomStream(RandomEngine.%s)
      class Net {
        @Shape({3, 3}) @XavierInit float[] first;
        @Submodule Part part;
        @Shape({3, 3}) @XavierInit float[] last;
      }
      class Part { @Shape({3, 3}) @XavierInit float[] w; @Shape(3) @ZerosInit float[] b; }
      """;

  static final String EMPTY =
      "class Net { @Submodule Part part; }\n"
          + "class Part { @Shape({3, 3}) @XavierInit float[] w; }";

  static List<String> all() {
    return List.of(HOSTILE, EVERYTHING, SHARED.formatted("TORCH"), SHARED.formatted("JAX"), EMPTY);
  }

  /** A model of so many parameters, half of them layers, one with a wrong gain. */
  static String large(int parameters) {
    StringBuilder source = new StringBuilder("class Large {\n");
    for (int i = 1; i <= parameters / 2; i++) {
      String scheme = i == parameters / 3 ? "@XavierInit" : "@KaimingInit";
      source.append(
          String.format(
              Locale.ROOT,
              "@Shape({512, 512}) %s float[] block%03dWeight;\n"
                  + "@Shape(512) @BiasInit(of = \"block%03dWeight\") float[] block%03dBias;\n",
              scheme,
              i,
              i,
              i));
    }
    return source.append("}\n").toString();
  }

  private Models() {}
}
