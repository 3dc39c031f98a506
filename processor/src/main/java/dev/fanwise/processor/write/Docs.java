package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Step;
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
        "Initialises the weights of {@link $T}.\n\n$L\n$L\n",
        Types.className(plan.model()),
        StreamCode.of(plan.engine()).bits(plan),
        refusals(plan));
  }

  static CodeBlock draw(StreamCode stream) {
    return CodeBlock.of(
        "Fills the weights of a checked model; for models that hold this one.$L",
        stream.drawTags());
  }

  static CodeBlock initialize(InitializerPlan plan) {
    return CodeBlock.of(
        "Fills every weight of a model$L; fields that are null are given arrays.",
        plan.submodules().isEmpty() ? "" : " and its submodules");
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
    return filled(
        "<p>Any number is a seed. Before anything is written, an {@code IllegalArgumentException} is"
            + " thrown if "
            + (others.isEmpty() ? last : others + (faults.size() > 1 ? ", or " : " or ") + last)
            + ".");
  }

  private static boolean needsLayers(Step step) {
    return step.term() instanceof Term.Residual;
  }

  static String parametersOfModel(InitializerPlan plan) {
    return "What a model is made of, in the order of its fields"
        + (plan.submodules().isEmpty() ? "" : "; names begin with the way to submodules")
        + ".";
  }

  static CodeBlock whole(ParameterPlan parameter) {
    CodeBlock.Builder doc = CodeBlock.builder();
    String what = "Fills {@code " + parameter.name() + "}, shape " + parameter.shape() + ":";
    String how = law(parameter) + ".";
    boolean fits = what.length() + 1 + how.length() <= LINE;
    doc.add("$L$L$L\n", what, fits ? " " : "\n", how);
    doc.add("$L", composed("scheme", parameter.composed().scheme()));
    doc.add("$L", composed("scaling", parameter.composed().scaling()));
    if (parameter.hasStreamName() && parameter.law().isRandom()) {
      doc.add(
          "\n<p>Its bits are those of the stream <code>$L</code>.\n",
          DocText.quoted(parameter.stream().name()));
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
    if (parameter.isSequential()) {
      doc.add("\n<p>PyTorch's numbers follow each other, so no method fills a part of it.\n");
    } else if (!new LawWriter(parameter).isDivisible()) {
      doc.add(
          "\n"
              + "<p>Its elements depend on each other, so there is no method that fills a part of"
              + " it.\n");
    }
    return doc.build();
  }

  static CodeBlock shard(ParameterPlan parameter) {
    String says = "Fills elements {@code from} to {@code from + count}";
    return CodeBlock.of(
        "$L$Lof {@code $L}.", says, fits(says, parameter) ? " " : "\n", parameter.name());
  }

  private static boolean fits(String says, ParameterPlan parameter) {
    return says.length() + " of {@code }.".length() + parameter.name().length() <= LINE;
  }

  /** Text in lines as long as they may be. */
  static String filled(String text) {
    if (text.length() <= LINE) {
      return text;
    }
    int at = text.lastIndexOf(' ', LINE);
    return text.substring(0, at) + "\n" + filled(text.substring(at + 1));
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
        parameter.composed().scheme().isEmpty()
            ? "{@code @" + parameter.scheme() + "}"
            : DocText.code(parameter.composed().scheme().get(0));
    return scheme
        + parameter
            .law()
            .accept(
                new Law.Cases<>(
                    constant -> ", all " + Numbers.text(constant.value()),
                    uniform -> ", uniform",
                    normal -> ", normal",
                    cut -> ", truncated normal",
                    structured -> "",
                    symbolic -> ""));
  }
}
