#!/usr/bin/env bash
# DJL 0.36.0 (Float16Utils.floatToHalf) and JavaCPP 1.5.11 (HalfIndexer), 2026-11-30, JDK 17: as a half, Float.MAX_VALUE is
# NaN in both, and so are the 4,096 largest floats, not infinity as all others from 65,536 on; 65,520, which is nearest to
# infinity by IEEE 754, is 65,504; and numbers halfway between two halves go away from zero, not to the even one:
# 1 + 2^-11 is 1.0009765625, and 2^-25 the least number instead of 0.
source "$(dirname "$0")/lib.sh"
maven ai.djl:api:0.36.0 org.bytedeco:javacpp:1.5.11 org.slf4j:slf4j-api:2.0.17
cat >Halves.java <<'J'
import ai.djl.util.Float16Utils;
import java.util.function.Function;
import org.bytedeco.javacpp.indexer.HalfIndexer;

public class Halves {
  public static void main(String[] args) {
    show("DJL", Float16Utils::floatToHalf);
    show("JavaCPP", x -> (short) HalfIndexer.fromFloat(x));
  }

  static void show(String name, Function<Float, Short> toHalf) {
    StringBuilder line = new StringBuilder(name).append(':');
    for (float x : new float[] {65504, 65520, 65536, 1e30f, Float.MAX_VALUE, 1 + 0x1p-11f, 0x1p-25f}) {
      line.append(' ').append(x).append(" is ").append(value(toHalf.apply(x))).append(',');
    }
    int nan = 0;
    float x = Float.MAX_VALUE;
    while (Double.isNaN(value(toHalf.apply(x)))) {
      nan++;
      x = Math.nextDown(x);
    }
    System.out.println(line + " " + nan + " floats are NaN");
  }

  static double value(short half) {
    int exponent = half >> 10 & 31;
    int fraction = half & 1023;
    double size = exponent == 31
        ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
        : exponent == 0 ? fraction * 0x1p-24 : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
    return half < 0 ? -size : size;
  }
}
J
java -cp "lib/*" Halves.java >out 2>err || { cat err >&2; exit 1; }
expect out <<'O'
DJL: 65504.0 is 65504.0, 65520.0 is 65504.0, 65536.0 is Infinity, 1.0E30 is Infinity, 3.4028235E38 is NaN, 1.0004883 is 1.0009765625, 2.9802322E-8 is 5.9604644775390625E-8, 4096 floats are NaN
JavaCPP: 65504.0 is 65504.0, 65520.0 is 65504.0, 65536.0 is Infinity, 1.0E30 is Infinity, 3.4028235E38 is NaN, 1.0004883 is 1.0009765625, 2.9802322E-8 is 5.9604644775390625E-8, 4096 floats are NaN
O
