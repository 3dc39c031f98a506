package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The method that lists what a model is made of.
 *
 * <pre>{@code
 * public static List<ParameterInfo> parameters() {
 *   List<ParameterInfo> parameters = new ArrayList<>(3);
 *   parameters.add(
 *       ParameterInfo.of("hidden", 256, 784)
 *           .scheme("XavierInit")
 *           .fans(784, 256)
 *           .uniform(0.0438, -0.0759, 0.0759));
 *   return Collections.unmodifiableList(parameters);
 * }
 * }</pre>
 */
final class ParametersWriter {
  private static final TypeName LIST =
      ParameterizedTypeName.get(ClassName.get(List.class), Types.PARAMETER_INFO);

  private final List<ParameterPlan> parameters;
  private final int inOneMethod;

  ParametersWriter(List<ParameterPlan> parameters, int inOneMethod) {
    this.parameters = parameters;
    this.inOneMethod = inOneMethod;
  }

  /** The method, and those that it is split into where it would be too large. */
  List<MethodSpec> methods() {
    List<MethodSpec> parts = new ArrayList<>();
    CodeBlock.Builder body = CodeBlock.builder();
    for (int from = 0; from < parameters.size(); from += inOneMethod) {
      List<ParameterPlan> some =
          parameters.subList(from, Math.min(parameters.size(), from + inOneMethod));
      CodeBlock entries = CodeBlock.join(some.stream().map(ParametersWriter::entry).toList(), "");
      if (parameters.size() <= inOneMethod) {
        body.add(entries);
      } else {
        String name = "addParameters" + (from / inOneMethod + 1);
        parts.add(
            MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(LIST, "parameters")
                .addCode(entries)
                .build());
        body.add("$N(parameters);\n", name);
      }
    }
    MethodSpec whole =
        MethodSpec.methodBuilder("parameters")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(Docs.parameters())
            .returns(LIST)
            .addCode("$T parameters = new $T<>($L);\n", LIST, ArrayList.class, parameters.size())
            .addCode(body.build())
            .addCode("return $T.unmodifiableList(parameters);\n", Collections.class)
            .build();
    parts.add(0, whole);
    return parts;
  }

  private static CodeBlock entry(ParameterPlan parameter) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(
        "parameters.add(\n$>$>$T.of($S, $L)\n$>$>.scheme($S)\n",
        Types.PARAMETER_INFO,
        parameter.name(),
        Literals.arguments(parameter.shape()),
        parameter.scheme());
    if (parameter.fans() != null) {
      code.add(".fans($L, $L)\n", fan(parameter.fans().fanIn()), fan(parameter.fans().fanOut()));
    }
    code.add(".$L);\n$<$<$<$<", new LawWriter(parameter).info());
    return code.build();
  }

  /** A fan: an int literal where that can hold it. */
  private static String fan(double fan) {
    return fan == (int) fan ? Literals.integer((int) fan) : Literals.of(fan);
  }
}
