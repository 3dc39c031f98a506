package dev.fanwise.processor.card;

import dev.fanwise.card.model.Doubt;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of submodules, as far as the compiler knows them. */
public interface Modules {
  /**
   * A class's plan, with all numbers that are known before there is an object.
   *
   * @param plan the plan
   * @param doubts what speaks against shapes, by the names of fields
   */
  record Known(InitializerPlan plan, Map<String, List<Doubt>> doubts) {}

  /** The class of a field's submodules, or nothing if it cannot be read. */
  Optional<Known> of(SubmodulePlan field);
}
