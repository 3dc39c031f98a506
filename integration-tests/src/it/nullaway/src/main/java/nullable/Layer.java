package nullable;

import dev.fanwise.*;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** Each kind of field, and each way in which generated code reads one. */
public class Layer {
  final int in;
  final int out;

  @Shape({3, 4}) @XavierInit float @Nullable [] flat;
  @Shape({3, 4}) @NormalInit(std = 0.02) double @Nullable [][] nested;
  @Shape({8, 8}) @OrthogonalInit float @Nullable [] whole;
  @Shape({3, 4}) @Precision(HalfPrecision.BF16) @KaimingInit short @Nullable [] half;
  @Shape({3, 4}) @LecunInit @Nullable FloatBuffer buffer;
  @Shape(dims = {"out", "in"}) @KaimingInit float @Nullable [] sized;
  @Shape(dims = {"out", "in"}) @KaimingInit float @Nullable [][] sizedRows;
  @Shape(dims = {"out", "in"}) @KaimingInit @Nullable FloatBuffer sizedBuffer;
  @Shape(3) @ZerosInit final float @Nullable [] given = new float[3];
  @Shape(5) @OnesInit final float[] bias = new float[5];

  Layer(int in, int out) {
    this.in = in;
    this.out = out;
  }
}
