import dev.fanwise.BiasInit;
import dev.fanwise.DeltaOrthogonalInit;
import dev.fanwise.HalfPrecision;
import dev.fanwise.KaimingInit;
import dev.fanwise.OnesInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.SparseInit;
import dev.fanwise.TruncatedNormalInit;
import dev.fanwise.XavierInit;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** One weight of every kind of storage, in a class that javac could warn about. */
class Net<T extends Comparable<T>> {
  @Shape({16, 8})
  @XavierInit
  float[] flat;

  @Shape({4, 16})
  @KaimingInit
  final double[][] nested = new double[4][16];

  @Shape({8, 4, 3, 3})
  @DeltaOrthogonalInit
  float[][][][] kernel;

  @Shape({8, 8})
  @OrthogonalInit
  FloatBuffer buffer;

  @Shape({8, 8})
  @SparseInit(sparsity = 0.5)
  DoubleBuffer doubles;

  @Shape({8, 8})
  @TruncatedNormalInit(std = 0.02)
  @Precision(HalfPrecision.BF16)
  short[] half;

  @Shape(16)
  @BiasInit(of = "flat")
  double[] bias;

  @Shape(3)
  @OnesInit
  float[] few;

  @Deprecated
  @Shape(3)
  @OnesInit
  float[] old;

  static class Inner extends Net<String> {
    @Shape(2)
    @OnesInit
    float[] more;
  }
}
