package dev.fanwise.processor.schemes;

import dev.fanwise.processor.harness.Reference;
import dev.fanwise.runtime.Draw;

/**
 * Haar-distributed orthonormal columns a second time: Stewart's random reflectors (1980), applied
 * to the identity one by one.
 */
final class NaiveHaar {
  private NaiveHaar() {}

  /** A matrix with at least as many rows as columns. */
  static double[][] columns(long key, int rows, int columns) {
    double[][] q = new double[rows][columns];
    for (int k = 0; k < columns; k++) {
      q[k][k] = 1;
    }
    for (int k = columns - 1; k >= 0; k--) {
      double[] v = new double[rows];
      double squares = 0;
      for (int i = k; i < rows; i++) {
        v[i] = Draw.normal(Reference.word64(key, (long) k * rows + i), 0.0, 1.0);
        squares += v[i] * v[i];
      }
      // R's diagonal, −sign(v[k])·norm, is made positive; in one dimension there is no reflection.
      double sign = v[k] >= 0 ? -1 : 1;
      if (k == rows - 1) {
        q[k][k] = -sign;
        continue;
      }
      double head = v[k];
      v[k] -= sign * Math.sqrt(squares);
      double length = squares - head * head + v[k] * v[k];
      for (int c = 0; c < columns; c++) {
        double dot = 0;
        for (int i = k; i < rows; i++) {
          dot += v[i] * q[i][c];
        }
        for (int i = k; i < rows; i++) {
          q[i][c] -= 2 * dot / length * v[i];
        }
      }
      for (int i = 0; i < rows; i++) {
        q[i][k] *= sign;
      }
    }
    return q;
  }
}
