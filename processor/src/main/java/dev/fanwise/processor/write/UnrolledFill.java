package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.ParameterPlan;

/**
 * The body of a method that fills a small flat array without a call for each range: straight lines
 * for a few elements, a loop with literal bounds over a few elements at a time for more. From
 * {@link #MOST} elements on a call of the runtime's kernel is faster; docs/performance.md has the
 * measurements.
 */
final class UnrolledFill {
  /** Up to so many elements are written as straight lines. */
  private static final int STRAIGHT_LINES = 16;

  /** Up to so many elements are written at all: the runtime's loops begin beyond. */
  static final int MOST = 63;

  /** How many elements a loop takes at a time. */
  private static final int AT_A_TIME = 4;

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
    int inLoop = elements <= STRAIGHT_LINES ? 0 : elements / AT_A_TIME * AT_A_TIME;
    if (inLoop > 0) {
      loop(inLoop);
    }
    for (int e = inLoop; e < elements; e++) {
      line(Integer.toString(e));
    }
    return code.build();
  }

  /**
   *
   *
   * <pre>{@code
   * for (int i = 0; i < 48; i += 4) {
   *   weights[i] = Draw.uniform(Words.at(key, i), step);
   *   weights[i + 1] = Draw.uniform(Words.at(key, i + 1), step);
   *   ...
   * }
   * }</pre>
   */
  private void loop(int end) {
    code.add("for (int i = 0; i < $L; i += $L) {\n$>", end, AT_A_TIME);
    for (int k = 0; k < AT_A_TIME; k++) {
      line(k == 0 ? "i" : "i + " + k);
    }
    code.add("$<}\n");
  }

  private void line(String element) {
    String word = isFloat ? "$T.at(key, $L)" : "$T.longAt(key, $L)";
    code.add(
        "$N[$L] =$W$L;\n", array, element, law.element(CodeBlock.of(word, Types.WORDS, element)));
  }
}
