package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ParameterPlan;

/** Where the random bits of a parameter come from, in the methods that fill it. */
final class StreamWriter {
  private final ParameterPlan parameter;

  StreamWriter(ParameterPlan parameter) {
    this.parameter = parameter;
  }

  /** The name of the method that draws the whole. */
  String drawMethod() {
    return parameter.engine() == RandomEngine.JAX
        ? "draw" + parameter.methodSuffix()
        : parameter.fillMethod();
  }

  /** Whether that method is for users. */
  boolean isPublished() {
    return parameter.engine() != RandomEngine.JAX && parameter.isPublished();
  }

  /** Whether a seed alone says what the bits are. */
  boolean hasSeed() {
    return switch (parameter.engine()) {
      case FANWISE -> true;
      case TORCH -> false;
      case JAX -> parameter.isPublished() && parameter.stream().number() >= 0;
    };
  }

  /** What the method takes: the model's seed, the parameter's key, or a generator. */
  ParameterSpec source() {
    return switch (parameter.engine()) {
      case FANWISE -> ParameterSpec.builder(TypeName.LONG, "seed").build();
      case TORCH -> ParameterSpec.builder(Types.runtime("TorchGenerator"), "generator").build();
      case JAX -> ParameterSpec.builder(TypeName.LONG, "key").build();
    };
  }

  /** The declaration of {@code key} in a method that takes {@link #source}. */
  CodeBlock key() {
    return parameter.engine() == RandomEngine.FANWISE ? keyOfSeed() : CodeBlock.of("");
  }

  /** The declaration of {@code key} in a method that takes the seed. */
  CodeBlock keyOfSeed() {
    return parameter.engine() == RandomEngine.JAX
        ? CodeBlock.of("long key = $L;\n", keyExpression())
        : CodeBlock.of("long key = $L; // the stream of $L\n", keyExpression(), label());
  }

  private CodeBlock label() {
    return FillMethodsWriter.streamLabel(parameter);
  }

  /** The parameter's key, from the model's seed. */
  CodeBlock keyExpression() {
    return parameter.engine() == RandomEngine.JAX
        ? CodeBlock.of(
            "$T.fold($T.of(seed),$W$L)",
            Types.runtime("JaxKeys"),
            Types.runtime("JaxKeys"),
            parameter.stream().number())
        : CodeBlock.of("$T.fold(seed, $L)", Types.KEYS, Literals.hex(parameter.stream().id()));
  }
}
