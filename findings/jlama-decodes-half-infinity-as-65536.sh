#!/usr/bin/env bash
# jlama-core 0.8.4 (com.github.tjake, FloatConversions), 2026-11-30, JDK 25: float16ToFloat32Alt makes 65,536 of a half's infinity, and
# numbers from 65,600 to 131,008 of its NaNs; the 63,488 other halves are right. Sums, differences and products of halves are cut, not
# rounded: of 200,000 pairs of weights one in five sums is not the nearest half, mostly the smaller one, and one in two
# products, always the smaller one.
# Needs a JDK of 21 or newer.
source "$(dirname "$0")/lib.sh"
maven com.github.tjake:jlama-core:0.8.4
cat >Jlama.java <<'J'
import com.github.tjake.jlama.math.FloatConversions;
import java.util.Random;

public class Jlama {
  public static void main(String[] args) {
    int wrong = 0;
    for (int bits = 0; bits < 65536; bits++) {
      float expected = Float.float16ToFloat((short) bits);
      float decoded = FloatConversions.float16ToFloat32Alt((short) bits);
      wrong += expected == decoded || Float.isNaN(expected) && Float.isNaN(decoded) ? 0 : 1;
    }
    System.out.printf("%d of 65536 halves are decoded as something else: infinity as %s, NaNs as %s to %s%n", wrong,
        FloatConversions.float16ToFloat32Alt((short) 0x7c00), FloatConversions.float16ToFloat32Alt((short) 0x7c01),
        FloatConversions.float16ToFloat32Alt((short) 0x7fff));
    Random random = new Random(1);
    int[] smaller = new int[3];
    int[] larger = new int[3];
    for (int i = 0; i < 200_000; i++) {
      short x = Float.floatToFloat16((random.nextFloat() * 2 - 1) * 0.0876f);
      short y = Float.floatToFloat16((random.nextFloat() * 2 - 1) * 0.0876f);
      float a = Float.float16ToFloat(x);
      float b = Float.float16ToFloat(y);
      short[] seen = {FloatConversions.addIeeeFloat16(x, y), FloatConversions.subIeeeFloat16(x, y),
          FloatConversions.mulIeeeFloat16(x, y)};
      float[] exact = {a + b, a - b, a * b}; // floats hold these exactly: halves have 11 bits
      for (int k = 0; k < 3; k++) {
        float nearest = Math.abs(Float.float16ToFloat(Float.floatToFloat16(exact[k])));
        float result = Math.abs(Float.float16ToFloat(seen[k]));
        smaller[k] += result < nearest ? 1 : 0;
        larger[k] += result > nearest ? 1 : 0;
      }
    }
    String[] names = {"sums", "differences", "products"};
    for (int k = 0; k < 3; k++) {
      System.out.printf("of 200000 %s %d are smaller than the nearest half, %d larger%n", names[k], smaller[k], larger[k]);
    }
  }
}
J
java -cp "lib/*" Jlama.java >out
expect out <<'O'
2048 of 65536 halves are decoded as something else: infinity as 65536.0, NaNs as 65600.0 to 131008.0
of 200000 sums 36441 are smaller than the nearest half, 4821 larger
of 200000 differences 36353 are smaller than the nearest half, 4711 larger
of 200000 products 98967 are smaller than the nearest half, 0 larger
O
