package dev.fanwise.processor.plan;

import java.util.List;

/**
 * A class of submodules that the holder's initialiser draws itself, since it shares the holder's
 * random stream.
 *
 * @param suffix what the names of the methods for it end with
 * @param modelName the class's name, for messages
 * @param model its type
 * @param members its weights and submodules in order
 */
public record ModulePlan(String suffix, String modelName, TypeRef model, List<MemberPlan> members) {
  public ModulePlan {
    members = List.copyOf(members);
  }

  /** The weights of the class itself. */
  public List<ParameterPlan> parameters() {
    return members.stream()
        .filter(ParameterPlan.class::isInstance)
        .map(ParameterPlan.class::cast)
        .toList();
  }
}
