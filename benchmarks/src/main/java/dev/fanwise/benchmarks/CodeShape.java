package dev.fanwise.benchmarks;

/**
 * What the method that fills a whole tensor takes beside the one that fills a part and always calls
 * the kernel: up to 63 elements the former is straight lines or a loop, from 64 on the kernel too.
 */
public final class CodeShape {
  private static final int ROUNDS = 12;

  private CodeShape() {}

  private interface Whole {
    void fill(float[] into, long seed);
  }

  private interface Part {
    void fill(float[] into, int offset, long from, int count, long seed);
  }

  public static void main(String[] args) {
    System.out.printf(
        "ns per element, hot, least of %d, Java %s%n", ROUNDS, System.getProperty("java.version"));
    System.out.println("elements   uniform: whole  kernel   normal: whole  kernel");
    row(
        1,
        SizesInitializer::fillUniform1,
        SizesInitializer::fillUniform1,
        SizesInitializer::fillNormal1,
        SizesInitializer::fillNormal1);
    row(
        4,
        SizesInitializer::fillUniform4,
        SizesInitializer::fillUniform4,
        SizesInitializer::fillNormal4,
        SizesInitializer::fillNormal4);
    row(
        16,
        SizesInitializer::fillUniform16,
        SizesInitializer::fillUniform16,
        SizesInitializer::fillNormal16,
        SizesInitializer::fillNormal16);
    row(
        32,
        SizesInitializer::fillUniform32,
        SizesInitializer::fillUniform32,
        SizesInitializer::fillNormal32,
        SizesInitializer::fillNormal32);
    row(
        48,
        SizesInitializer::fillUniform48,
        SizesInitializer::fillUniform48,
        SizesInitializer::fillNormal48,
        SizesInitializer::fillNormal48);
    row(
        63,
        SizesInitializer::fillUniform63,
        SizesInitializer::fillUniform63,
        SizesInitializer::fillNormal63,
        SizesInitializer::fillNormal63);
    row(
        64,
        SizesInitializer::fillUniform64,
        SizesInitializer::fillUniform64,
        SizesInitializer::fillNormal64,
        SizesInitializer::fillNormal64);
    row(
        128,
        SizesInitializer::fillUniform128,
        SizesInitializer::fillUniform128,
        SizesInitializer::fillNormal128,
        SizesInitializer::fillNormal128);
    row(
        1024,
        SizesInitializer::fillUniform1024,
        SizesInitializer::fillUniform1024,
        SizesInitializer::fillNormal1024,
        SizesInitializer::fillNormal1024);
    row(
        65536,
        SizesInitializer::fillUniform65536,
        SizesInitializer::fillUniform65536,
        SizesInitializer::fillNormal65536,
        SizesInitializer::fillNormal65536);
  }

  private static void row(
      int size, Whole uniform, Part uniformPart, Whole normal, Part normalPart) {
    System.out.printf(
        "%8d   %14.2f  %6.2f   %13.2f  %6.2f%n",
        size,
        time(size, uniform),
        time(size, (into, seed) -> uniformPart.fill(into, 0, 0, size, seed)),
        time(size, normal),
        time(size, (into, seed) -> normalPart.fill(into, 0, 0, size, seed)));
  }

  private static double time(int size, Whole fill) {
    float[] into = new float[size];
    int repeats = Math.max(3, 3_000_000 / size);
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < repeats; i++) {
        fill.fill(into, i);
      }
      best = Math.min(best, (double) (System.nanoTime() - start) / repeats / size);
    }
    return best;
  }
}
