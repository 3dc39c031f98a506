package dev.fanwise.samples.depth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DigitsTest {
  private final Digits digits = Digits.draw(500, 1);

  @Test
  void theSameSeedDrawsTheSamePictures() {
    Digits again = Digits.draw(500, 1);
    assertArrayEquals(digits.images(), again.images());
    assertArrayEquals(digits.labels(), again.labels());
  }

  @Test
  void anotherSeedDrawsOthers() {
    assertFalse(Arrays.deepEquals(digits.images(), Digits.draw(500, 2).images()));
  }

  @Test
  void everyDigitIsEquallyFrequent() {
    int[] counts = new int[Digits.CLASSES];
    for (int label : digits.labels()) {
      counts[label]++;
    }
    assertArrayEquals(new int[] {50, 50, 50, 50, 50, 50, 50, 50, 50, 50}, counts);
  }

  @Test
  void picturesOfOneDigitDiffer() {
    assertFalse(Arrays.equals(digits.images()[3], digits.images()[13]));
  }

  @Test
  void standardisedTrainingPicturesHaveMeanZeroAndVarianceOne() {
    Digits standardised = digits.standardisedBy(digits);
    double squares = 0;
    double[] sums = new double[Digits.PIXELS];
    for (double[] image : standardised.images()) {
      for (int p = 0; p < Digits.PIXELS; p++) {
        sums[p] += image[p];
        squares += image[p] * image[p];
      }
    }
    assertArrayEquals(new double[Digits.PIXELS], sums, 1e-9);
    assertEquals(1, squares / (digits.count() * Digits.PIXELS), 1e-12);
  }

  @Test
  void shufflingKeepsPicturesWithTheirLabels() {
    Digits shuffled = digits.shuffled(new SplittableRandom(1));
    assertFalse(Arrays.equals(digits.labels(), shuffled.labels()));
    for (int n = 0; n < digits.count(); n++) {
      int from = Arrays.asList(digits.images()).indexOf(shuffled.images()[n]);
      assertEquals(digits.labels()[from], shuffled.labels()[n]);
    }
  }

  /** The pictures must be worth learning: their class means alone tell most of them apart. */
  @Test
  void picturesLookLikeTheirDigits() {
    double[][] means = new double[Digits.CLASSES][Digits.PIXELS];
    for (int n = 0; n < digits.count(); n++) {
      for (int p = 0; p < Digits.PIXELS; p++) {
        means[digits.labels()[n]][p] += digits.images()[n][p] / 50;
      }
    }
    Digits others = Digits.draw(500, 2);
    int right = 0;
    for (int n = 0; n < others.count(); n++) {
      right += nearest(means, others.images()[n]) == others.labels()[n] ? 1 : 0;
    }
    assertTrue(right > 300, right + " of 500");
    assertTrue(right < 490, "too easy: " + right + " of 500");
  }

  private static int nearest(double[][] means, double[] image) {
    int nearest = -1;
    double least = Double.MAX_VALUE;
    for (int c = 0; c < means.length; c++) {
      double distance = 0;
      for (int p = 0; p < image.length; p++) {
        distance += (image[p] - means[c][p]) * (image[p] - means[c][p]);
      }
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }
}
