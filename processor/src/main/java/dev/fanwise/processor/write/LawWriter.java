package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.Truncation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The code of a parameter's law: single elements and whole ranges. */
final class LawWriter {
  private final Law law;
  private final ElementType type;

  LawWriter(ParameterPlan parameter) {
    this.law = parameter.law();
    this.type = parameter.elementType();
  }

  /** Whether elements are drawn at all. */
  boolean isRandom() {
    return !(law instanceof Law.Constant);
  }

  /** Whether one element can be written as one expression of literals. */
  boolean hasElementExpression() {
    return law instanceof Law.Normal
        || law instanceof Law.Uniform uniform && uniform.low() == -uniform.high();
  }

  /**
   * The line that names the law's number before elements are drawn one by one.
   *
   * <pre>{@code
   * float step = 0.07595545f * 0x1p-23f;
   * float std = 0.05050763f;
   * }</pre>
   */
  CodeBlock declaration() {
    if (law instanceof Law.Uniform uniform) {
      return CodeBlock.of(
          "$T step = $L * $L;\n",
          Types.of(type),
          Literals.of(uniform.high(), type),
          type == ElementType.FLOAT ? "0x1p-23f" : "0x1p-52");
    }
    Law.Normal normal = (Law.Normal) law;
    return CodeBlock.of("$T std = $L;\n", Types.of(type), Literals.of(normal.std(), type));
  }

  /** {@code Draw.uniform(word, step)} or {@code Draw.normal(word, 0f, std)}. */
  CodeBlock element(CodeBlock word) {
    if (law instanceof Law.Uniform) {
      return CodeBlock.of("$T.uniform($L, step)", Types.DRAW, word);
    }
    Law.Normal normal = (Law.Normal) law;
    return CodeBlock.of(
        "$T.normal($L, $L, std)", Types.DRAW, word, Literals.of(normal.mean(), type));
  }

  /**
   * The call that fills a whole array.
   *
   * <pre>{@code
   * Fill.uniform(row, 0, 784, key, i0 * 784L, -0.07595545f, 0.07595545f);
   * Arrays.fill(bias, 0f);
   * }</pre>
   */
  CodeBlock wholeArray(String array, String length, String from) {
    return law instanceof Law.Constant constant
        ? CodeBlock.of(
            "$T.fill($L, $L);\n", Types.ARRAYS, array, Literals.of(constant.value(), type))
        : range(array, "0", length, from);
  }

  /**
   * The call that fills a range.
   *
   * <pre>{@code
   * Fill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
   * Arrays.fill(into, offset, offset + count, 0f);
   * }</pre>
   *
   * @param offset an expression that can stand in a sum
   * @param count likewise
   */
  CodeBlock range(String into, String offset, String count, String from) {
    if (law instanceof Law.Constant constant) {
      return CodeBlock.of(
          "$T.fill($L, $L, $L + $L, $L);\n",
          Types.ARRAYS,
          into,
          offset,
          offset,
          count,
          Literals.of(constant.value(), type));
    }
    List<String> range = List.of(into, offset, count, "key", from);
    if (law instanceof Law.Uniform uniform) {
      return call("uniform", range, numbers(uniform.low(), uniform.high()));
    }
    if (law instanceof Law.Normal normal) {
      return call("normal", range, numbers(normal.mean(), normal.std()));
    }
    Law.TruncatedNormal cut = (Law.TruncatedNormal) law;
    List<String> bounds = List.of(Literals.of(cut.lower()), Literals.of(cut.upper()));
    return call("truncatedNormal", range, numbers(cut.mean(), cut.std()), bounds);
  }

  private List<String> numbers(double... numbers) {
    return Arrays.stream(numbers).mapToObj(number -> Literals.of(number, type)).toList();
  }

  @SafeVarargs
  private static CodeBlock call(String method, List<String>... arguments) {
    return CodeBlock.of(
        "$T.$L($L);\n",
        Types.FILL,
        method,
        breakable(Arrays.stream(arguments).flatMap(List::stream)));
  }

  /** The last call in the chain that describes the parameter: {@code normal(0.0, 0.05)}. */
  CodeBlock info() {
    if (law instanceof Law.Constant constant) {
      return info("constant", type.round(constant.value()));
    }
    if (law instanceof Law.Uniform uniform) {
      return info("uniform", uniform.std(), uniform.low(), uniform.high());
    }
    if (law instanceof Law.Normal normal) {
      return info("normal", normal.mean(), normal.std());
    }
    Law.TruncatedNormal cut = (Law.TruncatedNormal) law;
    double mean = Truncation.mean(cut.lower(), cut.upper());
    double std = Truncation.std(cut.lower(), cut.upper());
    return info(
        "truncatedNormal",
        cut.mean() + cut.std() * mean,
        cut.std() * std,
        cut.mean() + cut.std() * cut.lower(),
        cut.mean() + cut.std() * cut.upper());
  }

  private static CodeBlock info(String method, double... numbers) {
    return CodeBlock.of("$L($L)", method, breakable(Arrays.stream(numbers).mapToObj(Literals::of)));
  }

  /** Arguments between which a line may be broken. */
  private static CodeBlock breakable(Stream<String> arguments) {
    return CodeBlock.join(arguments.map(one -> CodeBlock.of("$L", one)).toList(), ",$W");
  }
}
