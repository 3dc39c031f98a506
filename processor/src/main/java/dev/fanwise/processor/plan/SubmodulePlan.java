package dev.fanwise.processor.plan;

import java.util.List;

/**
 * One field with other models.
 *
 * @param name the field's name
 * @param isComponent whether it is a component of a record, which is read by a method
 * @param streamId the number that the seed is folded with
 * @param containers the arrays, lists and maps around the models, outermost first
 * @param initializer the initialiser of their class
 */
public record SubmodulePlan(
    String name,
    boolean isComponent,
    long streamId,
    List<Container> containers,
    TypeRef.Declared initializer)
    implements MemberPlan {
  public SubmodulePlan {
    containers = List.copyOf(containers);
  }
}
