package dev.fanwise.processor.card;

import dev.fanwise.card.model.Doubt;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.List;
import java.util.Map;

/** Models with what they hold, as far as the compiler knows it. */
public interface Modules {
  /**
   * A model's plan, with all numbers that are known before there is an object.
   *
   * @param plan the plan
   * @param doubts what speaks against shapes, by the names of fields
   * @param submodules what it holds
   */
  record Known(InitializerPlan plan, Map<String, List<Doubt>> doubts, Modules submodules) {}

  /** What is in a field, or in a place of an array, list or map. */
  sealed interface Held {
    /** One model. */
    record One(Known model) implements Held {}

    /** Each of several by its index in an array or list, or its key in a map, in order. */
    record Several(Map<String, Held> places) implements Held {}

    /** Any number of models of a class; what all of them have in common. */
    record Any(Known model) implements Held {}

    /** Models of a class that cannot be read. */
    record Unreadable() implements Held {}
  }

  /** What a field of a model holds. */
  Held of(SubmodulePlan field);
}
