package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.Symbol;
import dev.fanwise.processor.plan.Term;
import java.util.ArrayList;
import java.util.List;

/** The Javadoc of generated code. */
final class Docs {
  /** What is left of 100 columns beside the asterisk. */
  private static final int LINE = 95;

  private static final String CONTINUATION = "    ";

  private Docs() {}

  static CodeBlock type(InitializerPlan plan) {
    return CodeBlock.of(
        "Initialises the weights of {@link $T}.\n\n$L",
        Types.className(plan.model()),
        stream(plan));
  }

  /** What is true of the bits. */
  private static String stream(InitializerPlan plan) {
    return switch (plan.engine()) {
      case FANWISE -> ownStream(plan);
      case TORCH ->
          """
          <p>The bits are those of PyTorch 2.13 on a CPU, drawn from one generator in the order of the
          fields. So they depend on that order, and no part of a parameter can be drawn alone.
          """;
      case JAX ->
          """
          <p>The bits are those of JAX 0.10: parameter number n, in the order of the fields, draws with
          {@code fold_in(PRNGKey(seed), n)}. So they depend on that order.
          """;
    };
  }

  private static String ownStream(InitializerPlan plan) {
    boolean named = plan.parameters().stream().anyMatch(ParameterPlan::hasStreamName);
    String name = named ? " or {@code @StreamName}" : "";
    String start =
        "<p>The same seed gives the same bits on every JVM, processor and number of threads. A"
            + " parameter's\n";
    return plan.submodules().isEmpty()
        ? start
            + "bits depend on the seed, on its field's name"
            + name
            + " and on nothing else of the model.\n"
        : start
            + "bits depend on the seed, on its field's name"
            + name
            + ", on the way to it, and on nothing\nelse of the model.\n";
  }

  static CodeBlock draw(RandomEngine engine) {
    String arguments =
        switch (engine) {
          case FANWISE -> "@param seed the seed: any number";
          case TORCH -> "@param generator where the numbers come from";
          case JAX ->
              "@param seed the seed: any number\n@param number the number of the first parameter\n"
                  + "@return the number of the parameter after the last";
        };
    return CodeBlock.of(
        """
        Fills the weights of a checked model; for models that hold this one.

        @param model the model
        $L
        """,
        arguments);
  }

  static CodeBlock initialize(InitializerPlan plan, MethodParts parts) {
    return CodeBlock.of(
        """
        $L

        $L@param model the model
        @param seed the seed: any number
        @return the model
        $L
        """,
        plan.submodules().isEmpty()
            ? "Fills every weight of a model. Fields that are null are given arrays; all others are"
                + " checked\nbefore anything is written."
            : "Fills every weight of a model and its submodules. Fields that are null are given"
                + " arrays; all\nothers are checked before anything is written.",
        typeVariable(parts),
        refusals(plan));
  }

  /** What is said of the type variable of methods that return the model, if they have one. */
  private static String typeVariable(MethodParts parts) {
    return parts.isGeneric() ? "@param <" + parts.modelVariable() + "> the model's type\n" : "";
  }

  private static String refusals(InitializerPlan plan) {
    List<String> faults = new ArrayList<>(List.of("an array does not fit its shape"));
    List<ParameterPlan> all = plan.parameters();
    if (all.stream().anyMatch(parameter -> !parameter.hasKnownSize())) {
      faults.add("a dimension is below 1");
    }
    if (all.stream().anyMatch(parameter -> !parameter.geometry().groups().isKnown())) {
      faults.add("groups do not divide their channels");
    }
    if (all.stream().flatMap(parameter -> parameter.steps().stream()).anyMatch(Docs::needsLayers)) {
      faults.add("a number of layers is below 1");
    }
    if (new MemoryChecks(plan).areNeeded()) {
      faults.add("two weights share memory");
    }
    if (!plan.submodules().isEmpty()) {
      faults.add("a submodule is null");
    }
    String last = faults.remove(faults.size() - 1);
    String others = String.join(", ", faults);
    return folded(
        "@throws IllegalArgumentException if "
            + (others.isEmpty() ? last : others + ", or " + last));
  }

  private static boolean needsLayers(Step step) {
    return step.term() instanceof Term.Residual;
  }

  static CodeBlock initializeInPool(InitializerPlan plan, MethodParts parts) {
    return CodeBlock.of(
        """
        As {@code initialize(model, seed)}, with the same bits, on the threads of a pool.

        $L@param model the model
        @param seed the seed: any number
        @param pool whose threads share the work; this method waits for them
        @return the model
        $L
        @throws java.util.concurrent.CancellationException if the calling thread is interrupted: what
            the weights are is not defined then
        """,
        typeVariable(parts),
        refusals(plan));
  }

  static CodeBlock check(InitializerPlan plan) {
    return CodeBlock.of(
        """
        Checks what {@code initialize} checks; for models that hold this one.

        @param model the model
        @param path what messages call it
        $L
        """,
        refusals(plan));
  }

  static CodeBlock share() {
    return CodeBlock.of(
        """
        Adds a checked model's weights to what a pool fills; for models that hold this one.

        @param model the model
        @param seed the seed
        @param shards where the weights are added
        """);
  }

  static CodeBlock parameters() {
    return CodeBlock.of(
        """
        What the model is made of, in the order of its fields.

        @return an unmodifiable list
        """);
  }

  static CodeBlock parametersOfModel(InitializerPlan plan) {
    return CodeBlock.of(
        """
        What a model is made of, in the order of its fields.$L

        @param model the model
        @return an unmodifiable list
        """,
        plan.submodules().isEmpty() ? "" : " Names in submodules begin with the\nway to them.");
  }

  static CodeBlock parameterCount(boolean ofModel) {
    return CodeBlock.of(
        """
        The number of weights$L.

        $L@return the number of elements of all parameters
        """,
        ofModel ? " of a model" : "",
        ofModel ? "@param model the model\n" : "");
  }

  static CodeBlock visitParameters() {
    return CodeBlock.of(
        """
        Hands out each parameter and the array that holds it, in the order of
        {@code parameters(model)}.

        @param model the model
        @param visitor receives them
        """);
  }

  /**
   * @param array the name of the variable that holds the array
   */
  static CodeBlock whole(ParameterPlan parameter, String array, SymbolicWriter symbolic) {
    CodeBlock.Builder doc = CodeBlock.builder();
    String what = "Fills {@code " + parameter.name() + "}, shape " + parameter.shape() + ":";
    String how = law(parameter) + ".";
    boolean fits = what.length() + 1 + how.length() <= LINE;
    doc.add("$L$L$L\n", what, fits ? " " : "\n", how);
    doc.add("$L", composed("scheme", parameter.composedScheme()));
    doc.add("$L", composed("scaling", parameter.composedScaling()));
    if (parameter.hasStreamName() && parameter.law().isRandom()) {
      doc.add(
          "\n<p>Its bits are those of the stream <code>$L</code>.\n",
          DocText.quoted(parameter.streamName()));
    }
    if (parameter.isUnitVariance()) {
      doc.add(
          "\n<p>{@code @UnitVariance}: a fit to data scales it until the layer's output has variance"
              + " 1.\n");
    }
    if (!parameter.derivation().isEmpty()) {
      doc.add("\n<pre>\n");
      for (String line : parameter.derivation()) {
        doc.add("$L\n", folded(line));
      }
      doc.add("</pre>\n");
    }
    if (parameter.engine() == RandomEngine.TORCH && parameter.law().isRandom()) {
      doc.add("\n<p>PyTorch's numbers follow each other, so no method fills a part of it.\n");
    } else if (!new LawWriter(parameter).isDivisible()) {
      doc.add(
          "\n"
              + "<p>Its elements depend on each other, so there is no method that fills a part of"
              + " it.\n");
    }
    doc.add("\n@param $L the array to fill\n", array);
    doc.add(dimensions(parameter, symbolic));
    doc.add("@param $L\n", source(parameter));
    boolean hasLayers = parameter.steps().stream().anyMatch(Docs::needsLayers);
    doc.add(
        "@throws IllegalArgumentException if the array does not fit the shape$L\n",
        hasLayers ? ", or there are no layers" : "");
    return doc.build();
  }

  static CodeBlock shard(ParameterPlan parameter, SymbolicWriter symbolic) {
    return CodeBlock.of(
        """
        Fills part of {@code $L}.

        <p>The elements {@code from} to {@code from + count}, in row-major order, have the bits that
        they have in the whole.

        @param into the array to write to
        @param offset the first place to write
        @param from the first element
        @param count how many elements
        $L@param seed $L
        @throws IllegalArgumentException if there are no such elements, or they do not fit
        """,
        parameter.name(),
        dimensions(parameter, symbolic),
        parameter.law() instanceof Law.Constant
            ? "not used: nothing is drawn"
            : "the model's seed");
  }

  /** A line for each number of the model that methods take. */
  private static CodeBlock dimensions(ParameterPlan parameter, SymbolicWriter symbolic) {
    CodeBlock.Builder lines = CodeBlock.builder();
    for (Symbol symbol : parameter.symbols()) {
      lines.add(
          "@param $L the model's {@code $L$L}\n",
          symbolic.variable(symbol),
          symbol.name(),
          symbol.isMethod() ? "()" : "");
    }
    return lines.build();
  }

  /** A line, continued further in where it is too long: from an equals sign on if there is one. */
  private static String folded(String line) {
    if (line.length() <= LINE) {
      return line;
    }
    int at = line.lastIndexOf(" = ", LINE);
    if (at < CONTINUATION.length()) {
      at = line.lastIndexOf(' ', LINE);
    }
    return at < CONTINUATION.length()
        ? line
        : line.substring(0, at) + "\n" + folded(CONTINUATION + line.substring(at + 1));
  }

  /** What a user's own annotation stands for. */
  private static String composed(String what, List<String> way) {
    if (way.isEmpty()) {
      return "";
    }
    List<String> steps = way.stream().map(DocText::code).map(Docs::folded).toList();
    String start = "<p>The " + what + " is ";
    String line = start + String.join(", that is ", steps) + ".";
    // Not folded as a whole: a line that begins with an annotation is a tag to Javadoc.
    boolean fits = line.length() <= LINE;
    return "\n" + (fits ? line : start + String.join(",\nthat is ", steps) + ".") + "\n";
  }

  private static String law(ParameterPlan parameter) {
    String scheme =
        parameter.composedScheme().isEmpty()
            ? "{@code @" + parameter.scheme() + "}"
            : DocText.code(parameter.composedScheme().get(0));
    Law law = parameter.law();
    if (law instanceof Law.Constant constant) {
      return scheme + ", all " + Numbers.text(constant.value());
    }
    if (law instanceof Law.Uniform) {
      return scheme + ", uniform";
    }
    if (law instanceof Law.Normal) {
      return scheme + ", normal";
    }
    return law instanceof Law.TruncatedNormal ? scheme + ", truncated normal" : scheme;
  }

  private static String source(ParameterPlan parameter) {
    boolean isTorch = parameter.engine() == RandomEngine.TORCH;
    String name = isTorch ? "generator " : "seed ";
    if (!parameter.law().isRandom()) {
      return name + "not used: nothing is drawn";
    }
    return name + (isTorch ? "where the numbers come from" : "the model's seed");
  }
}
