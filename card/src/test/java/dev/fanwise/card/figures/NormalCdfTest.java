package dev.fanwise.card.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.runtime.Truncation;
import org.junit.jupiter.api.Test;

class NormalCdfTest {
  @Test
  void theTableIsTheDistribution() {
    for (double z = -8.1; z < 8.1; z += 0.0007) {
      assertEquals(Truncation.mass(Double.NEGATIVE_INFINITY, z), NormalCdf.below(z), 1e-11);
    }
    assertEquals(0.5, NormalCdf.below(0), 1e-15);
    assertEquals(0, NormalCdf.below(Double.NEGATIVE_INFINITY));
    assertEquals(1, NormalCdf.below(Double.POSITIVE_INFINITY));
    assertEquals(Double.NaN, NormalCdf.below(Double.NaN));
  }
}
