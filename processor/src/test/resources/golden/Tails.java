package golden;

import dev.fanwise.Distribution;
import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

/** Flat arrays of lengths at which the unrolled code changes its form. */
class Tails {
  @Shape({2, 2}) @XavierInit float[] few;
  @Shape({3, 7}) @XavierInit float[] partOfATile;
  @Shape({514, 1}) @KaimingInit float[] bothWords;
  @Shape({3, 686}) @XavierInit(distribution = Distribution.NORMAL) float[] tilesAndMore;
  @Shape({3, 7}) @XavierInit double[] doubles;
}
