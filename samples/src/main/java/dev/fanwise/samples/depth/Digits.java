package dev.fanwise.samples.depth;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Pictures of the ten digits, drawn by this class: an honest stand-in for MNIST, which a sample
 * cannot download.
 *
 * <p>Each picture is a digit's {@link DigitStrokes} after a random rotation, slant, stretch and
 * shift, drawn by a pen of random width, with noise on every pixel. It is easier than MNIST, where
 * people write; what the sample shows is whether a network learns at all. The same seed draws the
 * same pictures on every machine.
 *
 * @param images one row of {@link #PIXELS} grey values per picture
 * @param labels the digit in each picture
 */
public record Digits(double[][] images, int[] labels) {
  /** The width and height of a picture. */
  public static final int SIDE = 16;

  /** The number of pixels of a picture. */
  public static final int PIXELS = SIDE * SIDE;

  /** The number of classes. */
  public static final int CLASSES = 10;

  private static final double NOISE = 0.15;

  /** Draws pictures, the same number of each digit in turn; 0 is paper and 1 ink. */
  public static Digits draw(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] images = new double[count][];
    int[] labels = new int[count];
    for (int n = 0; n < count; n++) {
      labels[n] = n % CLASSES;
      images[n] = picture(labels[n], random);
    }
    return new Digits(images, labels);
  }

  /** The number of pictures. */
  public int count() {
    return labels.length;
  }

  /** The pictures from one index up to another. */
  public Digits range(int from, int to) {
    return new Digits(Arrays.copyOfRange(images, from, to), Arrays.copyOfRange(labels, from, to));
  }

  /** The same pictures in a random order. */
  public Digits shuffled(SplittableRandom random) {
    double[][] shuffledImages = images.clone();
    int[] shuffledLabels = labels.clone();
    for (int n = count() - 1; n > 0; n--) {
      int other = random.nextInt(n + 1);
      double[] image = shuffledImages[n];
      shuffledImages[n] = shuffledImages[other];
      shuffledImages[other] = image;
      int label = shuffledLabels[n];
      shuffledLabels[n] = shuffledLabels[other];
      shuffledLabels[other] = label;
    }
    return new Digits(shuffledImages, shuffledLabels);
  }

  /**
   * The same pictures, shifted and scaled as the training pictures ask: less their mean picture,
   * over the standard deviation of what remains. A network's input then has mean 0 and variance 1,
   * where the theory of initialisation starts.
   */
  public Digits standardisedBy(Digits training) {
    double[] mean = training.meanPicture();
    double squares = 0;
    for (double[] image : training.images) {
      for (int p = 0; p < PIXELS; p++) {
        squares += (image[p] - mean[p]) * (image[p] - mean[p]);
      }
    }
    double std = Math.sqrt(squares / (training.count() * PIXELS));
    double[][] standardised = new double[count()][PIXELS];
    for (int n = 0; n < count(); n++) {
      for (int p = 0; p < PIXELS; p++) {
        standardised[n][p] = (images[n][p] - mean[p]) / std;
      }
    }
    return new Digits(standardised, labels);
  }

  private double[] meanPicture() {
    double[] mean = new double[PIXELS];
    for (double[] image : images) {
      for (int p = 0; p < PIXELS; p++) {
        mean[p] += image[p] / count();
      }
    }
    return mean;
  }

  private static double[] picture(int digit, SplittableRandom random) {
    double angle = random.nextDouble(-0.25, 0.25);
    double slant = random.nextDouble(-0.3, 0.3);
    double width = SIDE * random.nextDouble(0.55, 0.8);
    double height = SIDE * random.nextDouble(0.65, 0.85);
    double centreX = SIDE / 2.0 + random.nextDouble(-1.5, 1.5);
    double centreY = SIDE / 2.0 + random.nextDouble(-1.5, 1.5);
    double pen = random.nextDouble(0.6, 1.1);

    double[] picture = new double[PIXELS];
    for (double[] stroke : DigitStrokes.of(digit)) {
      double[] path = new double[stroke.length];
      for (int i = 0; i < stroke.length; i += 2) {
        double y = (stroke[i + 1] - 0.5) * height;
        double x = (stroke[i] - 0.5) * width - slant * y;
        path[i] = centreX + x * StrictMath.cos(angle) - y * StrictMath.sin(angle);
        path[i + 1] = centreY + x * StrictMath.sin(angle) + y * StrictMath.cos(angle);
      }
      ink(picture, path, pen);
    }
    for (int p = 0; p < PIXELS; p++) {
      picture[p] += random.nextDouble(-NOISE, NOISE);
    }
    return picture;
  }

  /** Darkens each pixel by how near its centre is to the path: 1 under the pen, 0 a pixel away. */
  private static void ink(double[] picture, double[] path, double pen) {
    for (int p = 0; p < PIXELS; p++) {
      double x = p % SIDE + 0.5;
      double y = p / SIDE + 0.5;
      for (int i = 0; i + 3 < path.length; i += 2) {
        double distance = distance(x, y, path[i], path[i + 1], path[i + 2], path[i + 3]);
        picture[p] = Math.max(picture[p], Math.min(1, Math.max(0, pen + 0.5 - distance)));
      }
    }
  }

  /** The distance of a point from the segment between two others. */
  private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
    double t = Math.min(1, Math.max(0, along));
    double offX = x - x0 - t * dx;
    double offY = y - y0 - t * dy;
    return Math.sqrt(offX * offX + offY * offY);
  }
}
