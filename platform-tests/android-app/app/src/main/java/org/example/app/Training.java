package org.example.app;

/** Learns "exclusive or" on the device, one example at a time. */
final class Training {
  private static final float[][] INPUTS = {{-1, -1}, {-1, 1}, {1, -1}, {1, 1}};
  private static final float[] TARGETS = {-1, 1, 1, -1};
  private static final float RATE = 0.05f;

  private final Net net;
  private final float[] activations = new float[Net.HIDDEN];

  Training(long seed) {
    net = NetInitializer.initialize(new Net(), seed);
  }

  /** Goes through the four examples and returns the mean of their squared errors. */
  float epoch() {
    float sum = 0;
    for (int i = 0; i < INPUTS.length; i++) {
      float error = respond(INPUTS[i]) - TARGETS[i];
      sum += error * error / INPUTS.length;
      step(INPUTS[i], error);
    }
    return sum;
  }

  private float respond(float[] input) {
    float response = 0;
    for (int h = 0; h < Net.HIDDEN; h++) {
      float z = net.hiddenBias.get(h);
      for (int i = 0; i < Net.IN; i++) {
        z += net.hidden.get(h * Net.IN + i) * input[i];
      }
      activations[h] = Math.max(0, z);
      response += net.out.get(h) * activations[h];
    }
    return response;
  }

  private void step(float[] input, float error) {
    for (int h = 0; h < Net.HIDDEN; h++) {
      float gradient = activations[h] > 0 ? error * net.out.get(h) : 0;
      net.out.put(h, net.out.get(h) - RATE * error * activations[h]);
      net.hiddenBias.put(h, net.hiddenBias.get(h) - RATE * gradient);
      for (int i = 0; i < Net.IN; i++) {
        int at = h * Net.IN + i;
        net.hidden.put(at, net.hidden.get(at) - RATE * gradient * input[i]);
      }
    }
  }
}
