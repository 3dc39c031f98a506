package dev.fanwise.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "a, a, true",
    "a, b, false",
    "a, ab, false",
    "*, anything, true",
    "*_weight, 01Conv2d_weight, true",
    "*_weight, 01Conv2d_weights, false",
    "01*, 01Conv2d_weight, true",
    "01*, 001, false",
    "0?Conv*, 01Conv2d_bias, true",
    "0?Conv*, 0Conv2d, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b*, xxbxxaxx, false",
    "a*, a, true",
    "*ab, aab, true",
    "*aab*, aaaab, true",
    "layer.1, layerx1, false"
  })
  void fits(String pattern, String name, boolean fits) {
    assertEquals(fits, new Glob(pattern).fits(name));
  }

  @Test
  void anEmptyPatternIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Glob(""));
  }
}
