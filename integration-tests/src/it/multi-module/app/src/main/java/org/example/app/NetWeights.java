package org.example.app;

/** Lets the check at the weights that are not public. */
public final class NetWeights {
  private NetWeights() {}

  public static float[] out(Net net) {
    return net.out;
  }

  public static float[] second(Net net) {
    return net.second;
  }
}
