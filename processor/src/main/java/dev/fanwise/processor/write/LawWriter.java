package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.fanwise.HalfPrecision;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.HalfFloats;
import dev.fanwise.runtime.Truncation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The code of a parameter's law: single elements, whole tensors and parts of them. */
final class LawWriter {
  /** What is left of 100 columns of the last line of a description. */
  private static final int MOST_UNBROKEN = 75;

  private final ParameterPlan parameter;
  private final Law law;
  private final ElementType type;

  LawWriter(ParameterPlan parameter) {
    this.parameter = parameter;
    this.law = parameter.law();
    this.type = parameter.elementType();
  }

  /** Whether part of a tensor can be filled alone. */
  boolean isDivisible() {
    return law.isDivisible() && !parameter.isSequential();
  }

  /** Whether one element can be written as one expression of literals. */
  boolean hasElementExpression() {
    boolean isSimple =
        law.accept(
            new Law.Cases<>(
                constant -> false,
                Law.Uniform::isSymmetric,
                normal -> true,
                cut -> false,
                structured -> false,
                symbolic -> false));
    return isSimple
        && law.isKnown()
        && StreamCode.of(parameter.engine()).hasElements()
        && parameter.storage() == Storage.FLAT
        && !type.isHalf();
  }

  /** Whether nested arrays are filled row by row; kernels know their own way. */
  boolean goesByRows() {
    return !parameter.isSequential()
        && law.accept(
            new Law.Cases<>(
                constant -> true,
                uniform -> true,
                normal -> true,
                cut -> true,
                structured -> false,
                symbolic -> false));
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
    return law.accept(
        new Law.Cases<>(
            LawWriter::hasNoElement,
            uniform ->
                CodeBlock.of(
                    "$T step = $L * $L;\n",
                    Types.of(type),
                    Literals.of(uniform.high().value(), type),
                    type == ElementType.FLOAT ? "0x1p-23f" : "0x1p-52"),
            normal ->
                CodeBlock.of(
                    "$T std = $L;\n", Types.of(type), Literals.of(normal.std().value(), type)),
            LawWriter::hasNoElement,
            LawWriter::hasNoElement,
            LawWriter::hasNoElement));
  }

  /** {@code Draw.uniform(word, step)} or {@code Draw.normal(word, 0f, std)}. */
  CodeBlock element(CodeBlock word) {
    return law.accept(
        new Law.Cases<>(
            LawWriter::hasNoElement,
            uniform -> CodeBlock.of("$T.uniform($L, step)", Types.DRAW, word),
            normal ->
                CodeBlock.of(
                    "$T.normal($L, $L, std)", Types.DRAW, word, Literals.of(normal.mean(), type)),
            LawWriter::hasNoElement,
            LawWriter::hasNoElement,
            LawWriter::hasNoElement));
  }

  private static CodeBlock hasNoElement(Law law) {
    throw new IllegalStateException("no expression draws an element of " + law);
  }

  /**
   * The call that fills a whole array, buffer, or row of nested arrays.
   *
   * <pre>{@code
   * Fill.uniform(row, 0, 784, key, i0 * 784L, -0.07595545f, 0.07595545f);
   * Arrays.fill(bias, 0f);
   * Taps.fill(Sink.of(kernel, 0), 0, 1728, 4, 30, 3, 1.0); // each number with its name before it
   * }</pre>
   */
  CodeBlock whole(String array, String length, String from) {
    return StreamCode.of(parameter.engine())
        .whole(parameter, wholeSink(array), elements())
        .orElseGet(() -> wholeOfParts(array, length, from));
  }

  private CodeBlock wholeOfParts(String array, String length, String from) {
    CodeBlock part = part(array, "0", length, from);
    return law.accept(
        new Law.Cases<>(
            constant ->
                parameter.storage() == Storage.BUFFER
                    ? part
                    : CodeBlock.of("$T.fill($L, $L);\n", Types.ARRAYS, array, bits(constant)),
            uniform -> part,
            normal -> part,
            cut -> part,
            structured -> kernel(structured, wholeSink(array), from, length),
            symbolic -> pattern(wholeSink(array), from, elements())));
  }

  private CodeBlock wholeSink(String array) {
    return parameter.storage() == Storage.NESTED
        ? CodeBlock.of("$T.nested($L, $L)", Types.SINK, array, dimensions())
        : sink(array, "0");
  }

  private String dimensions() {
    return parameter.hasKnownShape()
        ? Literals.dimensions(parameter.shape())
        : "shape.dimensions()";
  }

  private String elements() {
    return parameter.hasKnownShape() ? Literals.integer(parameter.elements()) : "shape.elements()";
  }

  /** {@code pattern.fill(Sink.of(kernel, 0), 0, shape.elements(), key);}. */
  private CodeBlock pattern(CodeBlock sink, String from, String count) {
    return CodeBlock.of(
        "pattern.fill($L,$W$L,$W$L,$W$L);\n", sink, from, count, law.isRandom() ? "key" : "0");
  }

  /**
   * The call that fills a part.
   *
   * <pre>{@code
   * Fill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
   * Arrays.fill(into, offset, offset + count, 0f);
   * }</pre>
   *
   * @param offset an expression that can stand in a sum
   * @param count likewise
   */
  CodeBlock part(String into, String offset, String count, String from) {
    List<String> range = List.of(into, offset, count, "key", from);
    return law.accept(
        new Law.Cases<>(
            constant -> constants(into, offset, count, bits(constant)),
            uniform -> fill("uniform", range, number(uniform.low()), number(uniform.high())),
            normal -> fill("normal", range, number(Term.of(normal.mean())), number(normal.std())),
            cut ->
                fill(
                    "truncatedNormal",
                    range,
                    // Not rounded, or bounds would not be the law's: 0.1f + 3 * 0.05f is over 0.25.
                    TermWriter.of(Term.of(cut.mean())),
                    TermWriter.of(cut.std()),
                    CodeBlock.of("$L", Literals.of(cut.lower())),
                    CodeBlock.of("$L", Literals.of(cut.upper()))),
            structured -> kernel(structured, sink(into, offset), from, count),
            symbolic -> pattern(sink(into, offset), from, count)));
  }

  private CodeBlock constants(String into, String offset, String count, String value) {
    return parameter.storage() == Storage.BUFFER
        ? CodeBlock.of("$T.constant($L, $L, $L, $L);\n", Types.FILL, into, offset, count, value)
        : CodeBlock.of(
            "$T.fill($L, $L, $L + $L, $L);\n", Types.ARRAYS, into, offset, offset, count, value);
  }

  private CodeBlock fill(String method, List<String> range, CodeBlock... numbers) {
    Stream<CodeBlock> all =
        Stream.concat(range.stream().map(one -> CodeBlock.of("$L", one)), Arrays.stream(numbers));
    CodeBlock arguments = breakable(all);
    if (type.isHalf()) {
      arguments = CodeBlock.of("$L,$W$L", arguments, precision());
    }
    ClassName kernels = StreamCode.of(parameter.engine()).fill();
    return CodeBlock.of("$T.$L($L);\n", kernels, method, arguments);
  }

  private CodeBlock kernel(Law.Structured law, CodeBlock sink, String from, String count) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.$L($L", Types.runtime(law.kernel()), law.method(), sink);
    if (law.isDivisible()) {
      code.add(",$W$L,$W$L", from, count);
    }
    if (law.isKeyed()) {
      code.add(",$Wkey");
    }
    for (Law.Argument argument : law.arguments()) {
      code.add(",$W/* $L */ $L", argument.name(), Literals.of(argument.value()));
    }
    return code.add(");\n").build();
  }

  private CodeBlock sink(String array, String offset) {
    return type.isHalf()
        ? CodeBlock.of("$T.of($L, $L, $L)", Types.SINK, array, offset, precision())
        : CodeBlock.of("$T.of($L, $L)", Types.SINK, array, offset);
  }

  private CodeBlock precision() {
    return CodeBlock.of("$T.$L", Types.HALF_PRECISION, type.name());
  }

  /** A number, rounded once to what the elements are drawn as. */
  private CodeBlock number(Term number) {
    if (number.isKnown()) {
      return CodeBlock.of("$L", Literals.of(number.value(), type));
    }
    CodeBlock code = TermWriter.of(number);
    if (type == ElementType.DOUBLE) {
      return code;
    }
    boolean isName = number instanceof Term.Named || number instanceof Term.Negated;
    return CodeBlock.of(isName ? "(float) $L" : "(float) ($L)", code);
  }

  /** A constant, for 16-bit numbers as its bits. */
  private String bits(Law.Constant constant) {
    double value = constant.value();
    if (!type.isHalf()) {
      return Literals.of(value, type);
    }
    short bits = HalfFloats.of((float) value, HalfPrecision.valueOf(type.name()));
    return "(short) " + Numbers.hex(bits);
  }

  /** The last call in the chain that describes the parameter: {@code normal(0.0, 0.05)}. */
  CodeBlock info() {
    return law.accept(
        new Law.Cases<>(
            constant -> info("constant", Term.of(stored(constant.value()))),
            uniform -> info("uniform", uniform.std(), uniform.low(), uniform.high()),
            normal -> info("normal", Term.of(normal.mean()), normal.std()),
            cut ->
                info(
                    "truncatedNormal",
                    from(cut, Truncation.mean(cut.lower(), cut.upper())),
                    cut.std().times(Term.of(Truncation.std(cut.lower(), cut.upper()))),
                    from(cut, cut.lower()),
                    from(cut, cut.upper())),
            structured -> info(structured.moments()),
            symbolic -> CodeBlock.of("structured(pattern)")));
  }

  private static CodeBlock info(Law.Moments moments) {
    return info(
        "structured",
        Term.of(moments.mean()),
        Term.of(moments.std()),
        Term.of(moments.low()),
        Term.of(moments.high()));
  }

  /** A point some standard deviations from the mean before the cut. */
  static Term from(Law.TruncatedNormal cut, double sigmas) {
    Term distance = cut.std().times(Term.of(sigmas));
    return cut.std().isKnown() || cut.mean() != 0 ? Term.of(cut.mean()).plus(distance) : distance;
  }

  /** A number as the field holds it. */
  private double stored(double value) {
    if (type == ElementType.DOUBLE) {
      return value;
    }
    if (!type.isHalf()) {
      return (float) value;
    }
    HalfPrecision precision = HalfPrecision.valueOf(type.name());
    return HalfFloats.toFloat(HalfFloats.of((float) value, precision), precision);
  }

  private static CodeBlock info(String method, Term... numbers) {
    List<CodeBlock> all = Arrays.stream(numbers).map(TermWriter::of).toList();
    CodeBlock onOneLine = CodeBlock.of("$L($L)", method, CodeBlock.join(all, ", "));
    return onOneLine.toString().length() <= MOST_UNBROKEN
        ? onOneLine
        : CodeBlock.of("$L($L)", method, breakable(all.stream()));
  }

  /** Arguments between which a line may be broken. */
  private static CodeBlock breakable(Stream<CodeBlock> arguments) {
    return CodeBlock.join(arguments.toList(), ",$W");
  }
}
