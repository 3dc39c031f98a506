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
    if (goesByRows()) {
      return method
          .addCode(
              "$N($N, 0, $L, seed);\n",
              rowsMethod(),
              array,
              Literals.integer(parameter.shape().get(0)))
          .build();
    }
    if (law.isRandom()) {
      method.addCode(key());
    }
    return method.addCode(body(array)).build();
  }

  /**
   * Some rows of nested arrays, so that threads can share them.
   *
   * <pre>{@code
   * private static void fillHiddenRows(float[][] hidden, int from, int to, long seed) {
   *   long key = Keys.fold(seed, 0x5a...L);
   *   for (int i0 = from; i0 < to; i0++) {
   *     ...
   *   }
   * }
   * }</pre>
   */
  MethodSpec rows() {
    String array = arrayName();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(rowsMethod())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(Types.of(parameter), array)
            .addParameter(int.class, "from")
            .addParameter(int.class, "to")
            .addParameter(long.class, "seed");
    if (law.isRandom()) {
      method.addCode(key());
    }
    return method.addCode(new NestedFill(parameter, array).write()).build();
  }

  /** Whether the parameter is filled row by row. */
  boolean goesByRows() {
    return parameter.storage() == Storage.NESTED && law.goesByRows();
  }

  private String rowsMethod() {
    return parameter.fillMethod() + "Rows";
  }

  /**
   * The statement that hands the parameter to the threads of a pool.
   *
   * <pre>{@code
   * shards.add(200_704, (from, count) -> fillHidden(model.hidden, from, from, count, seed));
   * }</pre>
   */
  CodeBlock share() {
    String field = parameter.name();
    if (goesByRows()) {
      int rows = parameter.shape().get(0);
      return CodeBlock.of(
          "shards.addRows($L,$W$L,$W(from, to) ->$W$N(model.$N, from, to, seed));\n",
          Literals.integer(rows),
          Literals.integer(parameter.elements() / rows),
          rowsMethod(),
          field);
    }
    if (!law.isDivisible() || parameter.storage() == Storage.NESTED) {
      return CodeBlock.of(
          "shards.add(() ->$W$N(model.$N, seed));\n", parameter.fillMethod(), field);
    }
    return CodeBlock.of(
        "shards.add($L,$W(from, count) ->$W$N(model.$N, from,$Wfrom,$Wcount,$Wseed));\n",
        Literals.integer(parameter.elements()),
        parameter.fillMethod(),
        field);
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
    // $S would break a long or manifold name into lines, and so out of the comment.
    return CodeBlock.of(
        "long key = $T.fold(seed, $L); // the stream of $L\n",
        Types.KEYS,
        Literals.hex(parameter.streamId()),
        parameter.hasStreamName()
            ? DocText.quoted(parameter.streamName())
            : CodeBlock.of("$S", parameter.name()));
  }

  private CodeBlock body(String array) {
    if (law.hasElementExpression() && parameter.elements() <= UnrolledFill.MOST) {
      return new UnrolledFill(parameter, array).write();
    }
    return law.whole(array, Literals.integer(parameter.elements()), "0");
  }

  /** The field's name, unless the method needs that for something of its own. */
  private String arrayName() {
    NameAllocator names = new NameAllocator();
    for (String taken : new String[] {"seed", "key", "step", "std", "i", "from", "to"}) {
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
