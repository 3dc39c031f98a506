package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import javax.lang.model.element.Modifier;

/** The two methods that fill one parameter: the whole of it, and part of it. */
final class FillMethodsWriter {
  private final ParameterPlan parameter;
  private final String label;
  private final LawWriter law;

  /**
   * @param modelName the model's name, for messages
   */
  FillMethodsWriter(ParameterPlan parameter, String modelName) {
    this.parameter = parameter;
    this.label = modelName + "." + parameter.name();
    this.law = new LawWriter(parameter);
  }

  /**
   *
   *
   * <pre>{@code
   * public static void fillHidden(float[] hidden, long seed) {
   *   Checks.flat("Mlp.hidden", hidden, 200_704, "[256, 784]");
   *   long key = Keys.fold(seed, 0x5a...L);
   *   ...
   * }
   * }</pre>
   */
  MethodSpec whole() {
    String array = arrayName();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(parameter.fillMethod())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(Docs.whole(parameter))
            .addParameter(Types.of(parameter), array)
            .addParameter(long.class, "seed")
            .addCode(check(parameter, label, CodeBlock.of("$N", array)));
    if (law.isRandom()) {
      method.addCode(key());
    }
    return method.addCode(body(array)).build();
  }

  /**
   *
   *
   * <pre>{@code
   * public static void fillHidden(float[] into, int offset, long from, int count, long seed) {
   *   Checks.shard("Mlp.hidden", into.length, offset, from, count, 200_704);
   *   long key = Keys.fold(seed, 0x5a...L);
   *   Fill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
   * }
   * }</pre>
   */
  MethodSpec shard() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(parameter.fillMethod())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(Docs.shard(parameter))
            .addParameter(Types.flat(parameter), "into")
            .addParameter(int.class, "offset")
            .addParameter(long.class, "from")
            .addParameter(int.class, "count")
            .addParameter(long.class, "seed")
            .addCode(
                "$T.shard($S,$W$L,$Woffset,$Wfrom,$Wcount,$W$L);\n",
                Types.CHECKS,
                label,
                parameter.storage() == Storage.BUFFER ? "into.capacity()" : "into.length",
                Literals.integer(parameter.elements()));
    if (law.isRandom()) {
      method.addCode(key());
    }
    return method.addCode(law.part("into", "offset", "count", "from")).build();
  }

  /** Whether part of the parameter can be filled alone. */
  boolean hasShard() {
    return law.isDivisible();
  }

  /** The check of an array, from an expression for it. */
  static CodeBlock check(ParameterPlan parameter, String label, CodeBlock array) {
    if (parameter.storage() == Storage.NESTED) {
      return CodeBlock.of(
          "$T.nested($S,$W$L,$W$L);\n",
          Types.CHECKS,
          label,
          array,
          Literals.arguments(parameter.shape()));
    }
    return CodeBlock.of(
        "$T.flat($S,$W$L,$W$L,$W$S);\n",
        Types.CHECKS,
        label,
        array,
        Literals.integer(parameter.elements()),
        parameter.shape().toString());
  }

  private CodeBlock key() {
    return CodeBlock.of(
        "long key = $T.fold(seed, $L); // the stream of $S\n",
        Types.KEYS,
        Literals.hex(parameter.streamId()),
        parameter.name());
  }

  private CodeBlock body(String array) {
    if (parameter.storage() == Storage.NESTED && law.goesByRows()) {
      return new NestedFill(parameter, array).write();
    }
    if (law.hasElementExpression() && parameter.elements() <= UnrolledFill.MOST) {
      return new UnrolledFill(parameter, array).write();
    }
    return law.whole(array, Literals.integer(parameter.elements()), "0");
  }

  /** The field's name, unless the method needs that for something of its own. */
  private String arrayName() {
    NameAllocator names = new NameAllocator();
    for (String taken : new String[] {"seed", "key", "step", "std", "i"}) {
      names.newName(taken);
    }
    // A variable hides a class of its name, and a package's first part.
    for (ClassName used : Types.USED_IN_FILLS) {
      names.newName(used.simpleName());
    }
    names.newName("dev");
    names.newName("java");
    for (int depth = 0; depth < parameter.shape().size(); depth++) {
      names.newName("i" + depth);
    }
    return names.newName(parameter.name());
  }
}
