package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import java.util.List;

/**
 * How a model's check finds weights that share memory. A model on another's way needs nothing of
 * its own: the checks of its arrays take their memory at the end of that way. For a model by
 * itself,
 *
 * <ul>
 *   <li>arrays of different types or lengths cannot be one array;
 *   <li>a few that can are compared, {@code Checks.apart(path, "query, key", model.query,
 *       model.key)}, which allocates nothing but that call's own array and loads no class;
 *   <li>else the model begins a way, {@code ModelPath here = ModelPath.of(path, model)}.
 * </ul>
 */
final class MemoryChecks {
  /** Arrays are compared up to this number: 120 pairs. */
  private static final int MOST_COMPARED = 16;

  private final InitializerPlan plan;
  private final List<ParameterPlan> alike;

  MemoryChecks(InitializerPlan plan) {
    this.plan = plan;
    this.alike = plan.parameters().stream().filter(this::hasLike).toList();
  }

  private boolean hasLike(ParameterPlan parameter) {
    return parameter.storage() == Storage.NESTED
        || plan.parameters().stream()
            .anyMatch(other -> other != parameter && canShare(parameter, other));
  }

  private static boolean canShare(ParameterPlan one, ParameterPlan other) {
    boolean areOfOneType = one.elementType().keyword().equals(other.elementType().keyword());
    boolean areWholeArrays = one.storage() == Storage.FLAT && other.storage() == Storage.FLAT;
    boolean areKnown = one.hasKnownShape() && other.hasKnownShape();
    return areOfOneType && !(areWholeArrays && areKnown && one.elements() != other.elements());
  }

  /** Whether two weights of the model can share memory. */
  boolean areNeeded() {
    return !alike.isEmpty() || !plan.submodules().isEmpty();
  }

  /** Whether the check has a way, {@code here}. */
  boolean haveWay() {
    return !plan.submodules().isEmpty()
        || alike.size() > MOST_COMPARED
        || alike.stream().anyMatch(parameter -> parameter.storage() != Storage.FLAT);
  }

  /** The statement that compares arrays, if there is no way. */
  CodeBlock comparison() {
    if (haveWay() || alike.isEmpty()) {
      return CodeBlock.of("");
    }
    return CodeBlock.of(
        "$T.apart(path,$W$S,$W$L);\n",
        Types.CHECKS,
        String.join(", ", alike.stream().map(ParameterPlan::name).toList()),
        alike.stream()
            .map(parameter -> CodeBlock.of("model.$N", parameter.name()))
            .collect(CodeBlock.joining(",$W")));
  }
}
