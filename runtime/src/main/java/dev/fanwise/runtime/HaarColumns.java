package dev.fanwise.runtime;

/**
 * Random matrices with orthonormal columns, every one equally likely.
 *
 * <p>The Q of a normal matrix's QR decomposition has that law if the signs of R's diagonal are made
 * positive (Mezzadri 2007). Its Householder vectors are then independent normal vectors, one
 * dimension shorter each (Stewart, "The Efficient Generation of Random Orthogonal Matrices", SIAM
 * J. Numer. Anal. 17, 1980, theorem 3.3), so they are drawn as such: the matrix itself need not be
 * decomposed, which is half of the work.
 *
 * <p>Reflectors are applied in blocks, I − V·T·Vᵀ (Schreiber and Van Loan 1989), in loops over rows
 * that the JIT compiler vectorises. All sums have a fixed order, so the bits are the same
 * everywhere.
 */
final class HaarColumns {
  /** Reflectors in a block. */
  private static final int BLOCK = 32;

  /** Columns at a time: the block's product with so many stays in the first cache levels. */
  private static final int STRIP = 256;

  private final int rows;
  private final int columns;

  /** v[k], the reflector of column k: zero above place k, one there. */
  private final double[][] v;

  private final double[] tau;

  /** Whether column k of Q changes its sign. */
  private final boolean[] flipped;

  private final double[][] q;

  private HaarColumns(long key, int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    v = new double[columns][rows];
    tau = new double[columns];
    flipped = new boolean[columns];
    q = new double[rows][columns];
    for (int k = 0; k < columns; k++) {
      drawReflector(key, k);
      q[k][k] = 1;
    }
  }

  /**
   * A matrix of {@code rows} arrays of {@code columns}, with at least as many rows as columns.
   *
   * @param key the 64-bit element k·rows + i of this key makes place i of reflector k
   */
  static double[][] draw(long key, int rows, int columns) {
    HaarColumns haar = new HaarColumns(key, rows, columns);
    int lastBlock = (columns - 1) / BLOCK * BLOCK;
    for (int from = lastBlock; from >= 0; from -= BLOCK) {
      haar.applyBlock(from, Math.min(from + BLOCK, columns));
    }
    haar.fixSigns();
    return haar.q;
  }

  private void drawReflector(long key, int k) {
    double[] x = v[k];
    double squares = 0;
    for (int i = k; i < rows; i++) {
      x[i] = DoubleQuantile.of(Words.longAt(key, (long) k * rows + i));
      squares += x[i] * x[i];
    }
    if (k == rows - 1) {
      flipped[k] = x[k] < 0; // nothing to reflect in one dimension
      x[k] = 1;
      return;
    }
    double norm = Math.sqrt(squares);
    flipped[k] = x[k] >= 0; // the reflection maps x to −sign(x[k])·norm, R's diagonal
    double head = x[k] < 0 ? x[k] - norm : x[k] + norm;
    tau[k] = Math.abs(head) / norm;
    for (int i = k + 1; i < rows; i++) {
      x[i] /= head;
    }
    x[k] = 1;
  }

  /** Multiplies q by reflectors {@code from} to {@code to} from the left. */
  private void applyBlock(int from, int to) {
    double[][] t = triangle(from, to);
    int size = to - from;
    double[][] product = new double[size][columns];
    double[][] scaled = new double[size][columns];
    for (int strip = from; strip < columns; strip += STRIP) {
      int end = Math.min(strip + STRIP, columns);
      project(from, to, product, strip, end);
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          Axpy.one(scaled[i], t[i][j], product[j], strip, end);
        }
      }
      subtract(from, to, scaled, strip, end);
    }
  }

  /** The T of I − V·T·Vᵀ, upper triangular. */
  private double[][] triangle(int from, int to) {
    int size = to - from;
    double[][] t = new double[size][size];
    for (int j = 0; j < size; j++) {
      double factor = tau[from + j];
      t[j][j] = factor;
      for (int i = 0; i < j; i++) {
        double dot = 0;
        double[] a = v[from + i];
        double[] b = v[from + j];
        for (int r = from + j; r < rows; r++) {
          dot += a[r] * b[r];
        }
        for (int h = 0; h <= i; h++) {
          t[h][j] -= factor * t[h][i] * dot;
        }
      }
    }
    return t;
  }

  /** product = Vᵀ·q. */
  private void project(int from, int to, double[][] product, int strip, int end) {
    int r = from;
    for (; r + 4 <= rows; r += 4) {
      for (int j = from; j < to; j++) {
        double[] vj = v[j];
        Axpy.four(
            product[j - from],
            vj[r],
            q[r],
            vj[r + 1],
            q[r + 1],
            vj[r + 2],
            q[r + 2],
            vj[r + 3],
            q[r + 3],
            strip,
            end);
      }
    }
    for (; r < rows; r++) {
      for (int j = from; j < to; j++) {
        Axpy.one(product[j - from], v[j][r], q[r], strip, end);
      }
    }
  }

  /** q −= V·scaled. */
  private void subtract(int from, int to, double[][] scaled, int strip, int end) {
    int size = to - from;
    for (int r = from; r < rows; r++) {
      int j = 0;
      for (; j + 4 <= size; j += 4) {
        Axpy.four(
            q[r],
            -v[from + j][r],
            scaled[j],
            -v[from + j + 1][r],
            scaled[j + 1],
            -v[from + j + 2][r],
            scaled[j + 2],
            -v[from + j + 3][r],
            scaled[j + 3],
            strip,
            end);
      }
      for (; j < size; j++) {
        Axpy.one(q[r], -v[from + j][r], scaled[j], strip, end);
      }
    }
  }

  private void fixSigns() {
    for (double[] row : q) {
      for (int k = 0; k < columns; k++) {
        if (flipped[k]) {
          row[k] = -row[k];
        }
      }
    }
  }
}
