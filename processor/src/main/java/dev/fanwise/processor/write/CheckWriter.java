package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method that checks a model and all that it holds before anything is written. */
final class CheckWriter {
  private final InitializerPlan plan;
  private final MethodParts parts;

  CheckWriter(InitializerPlan plan, MethodParts parts) {
    this.plan = plan;
    this.parts = parts;
  }

  /**
   *
   *
   * <pre>{@code
   * public static void check(Mlp model, CharSequence path) {
   *   Checks.model(path, model);
   *   Checks.ifPresent(path, "hidden", model.hidden, 200_704, "[256, 784]");
   * }
   * }</pre>
   */
  List<MethodSpec> methods() {
    MemoryChecks memory = new MemoryChecks(plan);
    CodeBlock path = CodeBlock.of(memory.haveWay() ? "here" : "path");
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock checks =
        parts.of(
            plan.members().stream()
                .map(
                    member ->
                        member instanceof ParameterPlan parameter
                            ? check(parameter, path)
                            : SubmoduleWriter.check((SubmodulePlan) member))
                .toList(),
            name ->
                parts
                    .onModel(name)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(
                        memory.haveWay() ? Types.MODEL_PATH : TypeName.get(CharSequence.class),
                        path.toString()),
            "check",
            "model, " + path,
            further);
    MethodSpec.Builder check =
        parts
            .onModel("check")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Checks what {@code initialize} checks; for models that hold this one.")
            .addParameter(CharSequence.class, "path");
    if (memory.haveWay()) {
      check.addStatement("$T here = $T.of(path, model)", Types.MODEL_PATH, Types.MODEL_PATH);
    } else {
      check.addStatement("$T.model(path, model)", Types.CHECKS);
    }
    further.add(0, check.addCode(checks).addCode(memory.comparison()).build());
    return further;
  }

  private CodeBlock check(ParameterPlan parameter, CodeBlock path) {
    CodeBlock field = CodeBlock.of("model.$N", parameter.name());
    CodeBlock presence =
        parameter.isFinal() && !parameter.holder().isLazy()
            ? CodeBlock.of(
                "$T.present($L,$W$S,$W$L);\n", Types.CHECKS, path, parameter.name(), field)
            : CodeBlock.of("");
    if (!parameter.hasKnownShape()) {
      return CodeBlock.of("$L$L", presence, symbolicCheck(parameter, path, field));
    }
    return CodeBlock.of(
        "$L$L$L",
        presence,
        ofArray(parameter, "ifPresent", path, field),
        drawableCheck(parameter, path));
  }

  /** The checks of a tensor whose shape the model knows, and of what is drawn into it. */
  private static CodeBlock symbolicCheck(ParameterPlan parameter, CodeBlock path, CodeBlock field) {
    CodeBlock shape = SymbolicWriter.shapeFromModel(parameter, path);
    CodeBlock fits =
        CodeBlock.of(
            "$L.$L($L)", shape, parameter.isAllocated() ? "checkIfPresent" : "check", field);
    if (parameter.law().isKnown()) {
      return statement(parameter, field, fits);
    }
    CodeBlock numbers = numbersChecks(parameter, path, shape);
    CodeBlock drawable =
        CodeBlock.of("requireDrawable($L)", ParametersWriter.infoOfModel(parameter));
    return numbers.isEmpty() && !parameter.holder().isLazy()
        ? CodeBlock.of("$L\n$>$>.$L;\n$<$<", fits, drawable)
        : CodeBlock.of(
            "$L$L$L\n$>$>.$L;\n$<$<", statement(parameter, field, fits), numbers, shape, drawable);
  }

  private static CodeBlock statement(ParameterPlan parameter, CodeBlock field, CodeBlock fits) {
    CodeBlock statement = CodeBlock.of("$L;\n", fits);
    return parameter.holder().isLazy() ? DrawWriter.ifPresent(field, statement) : statement;
  }

  /** The checks of numbers that the law needs; a pattern may refuse the shape, too. */
  private static CodeBlock numbersChecks(ParameterPlan parameter, CodeBlock path, CodeBlock shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(SymbolicWriter.layersChecks(parameter, path));
    code.add(SymbolicWriter.baseChecks(parameter, shape));
    CodeBlock pattern = PatternCall.of(parameter, shape);
    code.add(pattern.isEmpty() ? pattern : CodeBlock.of("$L;\n", pattern));
    return code.build();
  }

  /** The check of a law whose numbers are known at run time only, of a tensor of a known shape. */
  private static CodeBlock drawableCheck(ParameterPlan parameter, CodeBlock path) {
    return parameter.law().isKnown()
        ? CodeBlock.of("")
        : CodeBlock.of(
            "$L$T.drawable($L,$W$L);\n",
            SymbolicWriter.layersChecks(parameter, path),
            Types.CHECKS,
            path,
            ParametersWriter.infoOfModel(parameter));
  }

  /** The check of an array of a known shape, from an expression for it. */
  static CodeBlock ofArray(ParameterPlan parameter, CodeBlock model, CodeBlock array) {
    boolean isNested = parameter.storage() == Storage.NESTED;
    return ofArray(parameter, isNested ? "nested" : "flat", model, array);
  }

  /** A check by a method of {@code Checks}. */
  private static CodeBlock ofArray(
      ParameterPlan parameter, String method, CodeBlock model, CodeBlock array) {
    if (parameter.storage() == Storage.NESTED) {
      return CodeBlock.of(
          "$T.$L($L,$W$S,$W$L,$W$L);\n",
          Types.CHECKS,
          method,
          model,
          parameter.name(),
          array,
          Literals.dimensions(parameter.shape()));
    }
    return CodeBlock.of(
        "$T.$L($L,$W$S,$W$L,$W$L,$W$S);\n",
        Types.CHECKS,
        method,
        model,
        parameter.name(),
        array,
        Literals.integer(parameter.elements()),
        parameter.shape().toString());
  }
}
