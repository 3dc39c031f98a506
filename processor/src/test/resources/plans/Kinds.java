package plans;

import dev.fanwise.*;

/** Every kind of field, and the names of what is generated for it. */
public class Kinds {
  @Shape({2, 3}) @OnesInit float[] flat;
  @Shape({2, 3}) @OnesInit double[] flatDoubles;
  @Shape({2, 3}) @OnesInit float[][] nested;
  @Shape({2, 3, 4}) @OnesInit double[][][] nestedDoubles;
  @Shape({2, 3}) @OnesInit java.nio.FloatBuffer floats;
  @Shape({2, 3}) @OnesInit java.nio.DoubleBuffer doubles;
  @Shape({2, 3}) @OnesInit @Precision(HalfPrecision.BF16) short[] brain;
  @Shape({2, 3}) @OnesInit @Precision(HalfPrecision.FP16) short[] half;
  @Shape({2, 3}) @OnesInit final float[] fixed = new float[6];
  @Shape({2, 3}) @OnesInit @StreamName("de*/ep\n\"") float[] renamed;
  @Shape({2, 3}) @OnesInit @StreamName("same") float[] same;
  @Shape(2) @OnesInit float[] größe;
  @Shape(2) @OnesInit float[] ßig;
  @Shape({65536, 65536}) @OnesInit float[][] huge;
  @Shape({2, 2147483639}) @OnesInit float[][] longest;
}
