package org.example;

import java.util.Arrays;

public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println(Arrays.toString(responses(42)));
  }

  /** What a fresh network says of a grey picture. */
  public static float[] responses(long seed) {
    Net net = NetInitializer.initialize(new Net(), seed);
    float[] picture = new float[784];
    Arrays.fill(picture, 0.5f);
    return net.respond(picture);
  }
}
