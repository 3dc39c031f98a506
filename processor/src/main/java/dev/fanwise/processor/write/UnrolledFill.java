package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.ParameterPlan;

/**
 * The body of a method that fills a flat array: straight lines for a few elements, loops with
 * literal bounds over a few blocks of the random stream for more.
 *
 * <p>Floats come in tiles of 1,024: block c of a tile has the word of element c and that of element
 * c + 512. Doubles take a block each.
 */
final class UnrolledFill {
  /** Up to so many elements are written as straight lines. */
  private static final int STRAIGHT_LINES = 16;

  /** How many blocks a loop takes at a time. */
  private static final int BLOCKS = 4;

  private static final int TILE = 1024;
  private static final int HALF = TILE / 2;

  private final String array;
  private final int elements;
  private final LawWriter law;
  private final boolean isFloat;
  private final CodeBlock.Builder code = CodeBlock.builder();

  UnrolledFill(ParameterPlan parameter, String array) {
    this.array = array;
    this.elements = Math.toIntExact(parameter.elements());
    this.law = new LawWriter(parameter);
    this.isFloat = parameter.elementType() == ElementType.FLOAT;
  }

  CodeBlock write() {
    code.add(law.declaration());
    if (elements <= STRAIGHT_LINES) {
      straightLines(0, elements);
    } else if (isFloat) {
      int whole = elements / TILE * TILE;
      if (whole > 0) {
        wholeTiles(whole);
      }
      int rest = elements - whole;
      pairs(whole, rest - HALF);
      singles(whole, Math.max(0, rest - HALF), Math.min(rest, HALF));
    } else {
      singles(0, 0, elements);
    }
    return code.build();
  }

  /**
   * Elements that have a block to themselves, or whose second word goes to no element.
   *
   * <pre>{@code
   * weights[0] = Draw.uniform(Threefry2x32.x0(Threefry2x32.block(key, 0)), step);
   * }</pre>
   */
  private void straightLines(int from, int to) {
    for (int e = from; e < to; e++) {
      String index = Literals.integer(e);
      String counter = Literals.integer(counter(e));
      code.add("$N[$L] =$W$L;\n", array, index, law.element(firstWord(block(counter))));
    }
  }

  /**
   *
   *
   * <pre>{@code
   * for (int i = 0; i < 48; i += 4) {
   *   weights[i] = Draw.uniform(Threefry2x32.x0(Threefry2x32.block(key, i)), step);
   *   ...
   * }
   * weights[48] = ...
   * }</pre>
   */
  private void singles(int base, int from, int to) {
    int loopEnd = from + (to - from) / BLOCKS * BLOCKS;
    if (loopEnd > from) {
      int first = base + from;
      int shift = first - counter(first);
      code.add(
          "for (int i = $L; i < $L; i += $L) {\n$>",
          Literals.integer(first),
          Literals.integer(base + loopEnd),
          BLOCKS);
      for (int k = 0; k < BLOCKS; k++) {
        String counter = shift == 0 ? plus("i", k) : "i - " + Literals.integer(shift - k);
        code.add("$N[$L] =$W$L;\n", array, plus("i", k), law.element(firstWord(block(counter))));
      }
      code.add("$<}\n");
    }
    straightLines(base + loopEnd, base + to);
  }

  /**
   *
   *
   * <pre>{@code
   * for (int tile = 0; tile < 200_704; tile += 1_024) {
   *   long counter = tile >> 1;
   *   for (int i = 0; i < 512; i += 4) {
   *     long block0 = Threefry2x32.block(key, counter + i);
   *     ...
   *     hidden[tile + i] = Draw.uniform(Threefry2x32.x0(block0), step);
   *     ...
   *     hidden[tile + i + 512] = Draw.uniform(Threefry2x32.x1(block0), step);
   *     ...
   *   }
   * }
   * }</pre>
   */
  private void wholeTiles(int whole) {
    code.add(
        "for (int tile = 0; tile < $L; tile += $L) {\n$>",
        Literals.integer(whole),
        Literals.integer(TILE));
    code.add("for (int i = 0; i < $L; i += $L) {\n$>", HALF, BLOCKS);
    pairBody("tile / 2 + ", "tile + ");
    code.add("$<}\n$<}\n");
  }

  /** The first {@code count} blocks of the tile that begins at {@code base}, both words of each. */
  private void pairs(int base, int count) {
    if (count <= 0) {
      return;
    }
    String counterBase = base == 0 ? "" : Literals.integer(base / 2) + " + ";
    String indexBase = base == 0 ? "" : Literals.integer(base) + " + ";
    int loopEnd = count / BLOCKS * BLOCKS;
    if (loopEnd > 0) {
      code.add("for (int i = 0; i < $L; i += $L) {\n$>", loopEnd, BLOCKS);
      pairBody(counterBase, indexBase);
      code.add("$<}\n");
    }
    for (int c = loopEnd; c < count; c++) {
      CodeBlock block = block(Literals.integer(base / 2 + c));
      String first = Literals.integer(base + c);
      String second = Literals.integer(base + c + HALF);
      code.add("$N[$L] =$W$L;\n", array, first, law.element(firstWord(block)));
      code.add("$N[$L] =$W$L;\n", array, second, law.element(secondWord(block)));
    }
  }

  private void pairBody(String counterBase, String indexBase) {
    for (int k = 0; k < BLOCKS; k++) {
      code.add("long block$L = $L;\n", k, block(counterBase + plus("i", k)));
    }
    for (int k = 0; k < BLOCKS; k++) {
      CodeBlock word = firstWord(CodeBlock.of("block" + k));
      code.add("$N[$L] =$W$L;\n", array, indexBase + plus("i", k), law.element(word));
    }
    for (int k = 0; k < BLOCKS; k++) {
      CodeBlock word = secondWord(CodeBlock.of("block" + k));
      code.add("$N[$L] =$W$L;\n", array, indexBase + plus("i", HALF + k), law.element(word));
    }
  }

  private int counter(int element) {
    return isFloat ? element / TILE * HALF + element % HALF : element;
  }

  private static String plus(String variable, int number) {
    return number == 0 ? variable : variable + " + " + number;
  }

  private static CodeBlock block(String counter) {
    return CodeBlock.of("$T.block(key, $L)", Types.THREEFRY, counter);
  }

  private CodeBlock firstWord(CodeBlock block) {
    return isFloat ? CodeBlock.of("$T.x0($L)", Types.THREEFRY, block) : block;
  }

  private CodeBlock secondWord(CodeBlock block) {
    return CodeBlock.of("$T.x1($L)", Types.THREEFRY, block);
  }
}
