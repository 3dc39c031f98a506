package dev.fanwise.processor.plan;

/** What a model consists of: a parameter, or other models. */
public sealed interface MemberPlan permits ParameterPlan, SubmodulePlan {
  /** The field's name. */
  String name();
}
