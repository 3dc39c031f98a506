package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import org.junit.jupiter.api.Test;

/** Yang et al. (2022), table 8: what each width does to each kind of weight. */
class MupScaleTest {
  private static final Fans BASE = fans(64, 16);

  private static Fans fans(int out, int in) {
    return Fans.of(new int[] {out, in}, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
  }

  @Test
  void hiddenWeightsAreScaledByTheRootOfTheirFanIn() {
    Fans wide = fans(128, 64);
    assertTrue(MupScale.isHidden(wide, BASE));
    assertEquals(3 / Math.sqrt(64), MupScale.std(wide, BASE, 3), 1e-15);
  }

  @Test
  void inputAndOutputWeightsKeepTheStdOfTheBase() {
    for (Fans one : new Fans[] {fans(128, 16), fans(64, 64), BASE}) {
      assertFalse(MupScale.isHidden(one, BASE));
      assertEquals(3 / Math.sqrt(16), MupScale.std(one, BASE, 3));
    }
  }
}
