package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.List;

/** The call that makes the pattern of a law whose numbers are worked out from the shape. */
final class PatternCall {
  private PatternCall() {}

  /**
   * {@code TapPattern.identity(shape, 1.0)}, each number with its name before it, or nothing if the
   * law's numbers are not worked out from the shape. In a model's check it is a statement, since it
   * may refuse the shape.
   */
  static CodeBlock of(ParameterPlan parameter, CodeBlock shape) {
    CodeBlock none = CodeBlock.of("");
    return parameter
        .law()
        .accept(
            new Law.Cases<>(
                constant -> none,
                uniform -> none,
                normal -> none,
                cut -> none,
                structured -> none,
                symbolic -> call(symbolic, shape)));
  }

  private static CodeBlock call(Law.Symbolic law, CodeBlock shape) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(shape);
    for (Law.Argument argument : law.arguments()) {
      arguments.add(CodeBlock.of("/* $L */ $L", argument.name(), Literals.of(argument.value())));
    }
    return CodeBlock.of(
        "$T.$L($L)", Types.runtime(law.pattern()), law.factory(), CodeBlock.join(arguments, ",$W"));
  }
}
