package dev.fanwise.samples.twin;

import dev.fanwise.samples.depth.Digits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The pictures of {@link Digits} in the size of MNIST's: each pixel taken from the place in the
 * smaller picture where it lies. 0 is paper and 1 ink; the labels are 0, 1 … 9, 0, 1 …
 *
 * @param images one row of {@link #PIXELS} grey values per picture
 * @param labels the digit in each picture
 */
public record Pictures(float[][] images, int[] labels) {
  /** The width and height of a picture. */
  public static final int SIDE = 28;

  /** The number of pixels of a picture. */
  public static final int PIXELS = SIDE * SIDE;

  /** The number of classes. */
  public static final int CLASSES = Digits.CLASSES;

  private static final int STEPS = 50;
  private static final long SEED = 3;

  /** The pictures of the first 50 steps. */
  public static Pictures draw() {
    Digits digits = Digits.draw(STEPS * Twin.BATCH, SEED);
    float[][] images = new float[digits.count()][PIXELS];
    for (int n = 0; n < images.length; n++) {
      for (int p = 0; p < PIXELS; p++) {
        int y = p / SIDE * Digits.SIDE / SIDE;
        int x = p % SIDE * Digits.SIDE / SIDE;
        images[n][p] = (float) digits.images()[n][y * Digits.SIDE + x];
      }
    }
    return new Pictures(images, digits.labels());
  }

  /** The number of pictures. */
  public int count() {
    return labels.length;
  }

  /** The pictures from one index up to another. */
  public Pictures range(int from, int to) {
    return new Pictures(Arrays.copyOfRange(images, from, to), Arrays.copyOfRange(labels, from, to));
  }

  /** All grey values, picture after picture. */
  public float[] pixels() {
    float[] pixels = new float[count() * PIXELS];
    for (int n = 0; n < count(); n++) {
      System.arraycopy(images[n], 0, pixels, n * PIXELS, PIXELS);
    }
    return pixels;
  }

  /** Writes {@link #pixels} for {@code np.fromfile(file, "<f4")}. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Checksum.bytes(pixels()));
  }
}
