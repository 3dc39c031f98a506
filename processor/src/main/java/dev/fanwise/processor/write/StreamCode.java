package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.Optional;

/** How the draws of a random stream are written: one class a stream. */
interface StreamCode {
  /** The code of a stream; a new one does not compile without its class. */
  static StreamCode of(RandomEngine engine) {
    return switch (engine) {
      case FANWISE -> new OwnStreamCode();
      case TORCH -> new TorchStreamCode();
      case JAX -> new JaxStreamCode();
    };
  }

  /** What is true of the bits, for the generated class's Javadoc. */
  String bits(InitializerPlan plan);

  /** The call that draws a whole model from a seed. */
  CodeBlock drawAll();

  /** The tags of the method that draws a checked model. */
  default String drawTags() {
    return "";
  }

  /** Gives a method that draws some of a model its parameters. */
  MethodSpec.Builder drawing(MethodSpec.Builder method);

  /**
   * What stands before the draws of a method.
   *
   * @param hasParameters whether it draws parameters itself
   */
  default CodeBlock begin(boolean hasParameters) {
    return CodeBlock.of("");
  }

  /** What stands after them. */
  default CodeBlock end() {
    return CodeBlock.of("");
  }

  /** The call of a method that draws some of the members. */
  CodeBlock drawPart(String qualifier, String method);

  /** The draw of a submodule. */
  CodeBlock draw(SubmodulePlan submodule, MemberClasses classes);

  /** What the next parameter is drawn from; the one after it is drawn from another. */
  CodeBlock next();

  /** The same where {@link #skipped} follows. */
  default CodeBlock current() {
    return next();
  }

  /** What follows a parameter that perhaps is not drawn. */
  default CodeBlock skipped() {
    return CodeBlock.of("");
  }

  /** Adds a parameter to a list of those that are drawn without their arrays. */
  CodeBlock list(ModulePlan module, ParameterPlan parameter);

  /** Adds a submodule's parameters to such a list. */
  default CodeBlock list(SubmodulePlan submodule, MemberClasses classes) {
    return SubmoduleWriter.listDrawn(submodule, classes);
  }

  /** The name of the method that draws the whole of a parameter. */
  default String drawMethod(ParameterPlan parameter) {
    return parameter.fillMethod();
  }

  /** Whether that method is for users. */
  default boolean isPublished(ParameterPlan parameter) {
    return parameter.isPublished();
  }

  /** Whether a seed alone says what a parameter's bits are. */
  boolean hasSeed(ParameterPlan parameter);

  /** Whether there are methods that fill a part by a key. */
  default boolean hasParts() {
    return false;
  }

  /** Whether a single element can be written as an expression. */
  default boolean hasElements() {
    return false;
  }

  /** What a parameter's method takes: the model's seed, the parameter's key, or a generator. */
  ParameterSpec source();

  /** The declaration of {@code key} in a method that takes {@link #source}. */
  default CodeBlock key(ParameterPlan parameter) {
    return CodeBlock.of("");
  }

  /** The parameter's key, from the model's seed. */
  CodeBlock keyExpression(ParameterPlan parameter);

  /** The declaration of {@code key} in a method that takes the seed. */
  default CodeBlock keyOfSeed(ParameterPlan parameter) {
    return CodeBlock.of("long key = $L;\n", keyExpression(parameter));
  }

  /** The runtime's class that fills by a key. */
  default ClassName fill() {
    return Types.FILL;
  }

  /** The call that fills a whole tensor where it is not that of its parts. */
  default Optional<CodeBlock> whole(ParameterPlan parameter, CodeBlock sink, String elements) {
    return Optional.empty();
  }
}
