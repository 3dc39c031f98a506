package dev.fanwise.runtime;

import java.math.BigDecimal;

/** a·b + c, rounded once; the references take one of these. */
interface Fma {
  /** By exact decimals: slow and beyond doubt. For finite numbers. */
  Fma EXACT =
      (a, b, c) -> {
        BigDecimal sum = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
        return sum.signum() == 0 ? a * b + c : sum.floatValue();
      };

  float of(float a, float b, float c);
}
