package dev.fanwise.platform.timing;

/** Initialises one model and ends. */
public final class FirstModel {
  private FirstModel() {}

  /** Prints how long the model took, in ns. */
  public static void main(String[] args) {
    long start = System.nanoTime();
    Network network = NetworkInitializer.initialize(new Network(), 42);
    long nanos = System.nanoTime() - start;
    System.out.println(network.thirdBias[0] == 0 ? nanos : -1);
  }
}
