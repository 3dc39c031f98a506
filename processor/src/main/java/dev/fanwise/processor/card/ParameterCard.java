package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.List;

/**
 * One parameter, for readers.
 *
 * @param number its number on the card, from 1
 * @param module the class of submodules that it belongs to, or null for the model's own
 * @param plan its plan
 * @param moments its statistics by its law, or null if they are known at run time only
 * @param verdict its standard deviation beside the ideal one, or null if none is defined
 * @param draws what was drawn of it, or null
 * @param undrawn why nothing was drawn, or null
 * @param density what its law says of what was drawn, or null
 */
record ParameterCard(
    int number,
    String module,
    ParameterPlan plan,
    Moments moments,
    Verdict verdict,
    Draws draws,
    String undrawn,
    Density density) {
  ParameterCard with(Verdict other) {
    return new ParameterCard(number, module, plan, moments, other, draws, undrawn, density);
  }

  /** The name as one says it: {@code hidden}, {@code Linear.weight}. */
  String name() {
    return module == null ? plan.name() : module + "." + plan.name();
  }

  List<String> shape() {
    return plan.shape().stream().map(Dimension::toString).toList();
  }

  /** The number of elements, -1 if it is known at run time only. */
  long elements() {
    return plan.hasKnownSize() ? plan.elements() : -1;
  }

  /** The size in bytes, -1 likewise. */
  long bytes() {
    return plan.hasKnownSize() ? plan.elements() * plan.elementType().dataType().bytes() : -1;
  }

  /** How its elements are spread, in a word. */
  String distribution() {
    Law law = plan.law();
    if (law instanceof Law.Constant) {
      return "constant";
    }
    if (law instanceof Law.Uniform) {
      return "uniform";
    }
    if (law instanceof Law.Normal) {
      return "normal";
    }
    return law instanceof Law.TruncatedNormal ? "truncated normal" : "structured";
  }

  /** Whether it is the weights of a layer, with fans, rather than a bias. */
  boolean isLayer() {
    return plan.geometry().hasFans();
  }
}
