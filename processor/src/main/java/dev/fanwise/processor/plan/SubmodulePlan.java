package dev.fanwise.processor.plan;

import java.util.List;

/**
 * One field with other models.
 *
 * @param name the field's name
 * @param isComponent whether it is a component of a record, which is read by a method
 * @param view the class that it has to be read as, or null: a field of a generic class loses its
 *     type arguments in a class below the raw one
 * @param streamName the name that its seed comes from
 * @param streamId the number that the seed is folded with
 * @param containers the arrays, lists and maps around the models, outermost first
 * @param hasOwnStream whether their class has another library's random stream
 * @param drawSuffix what the name of the method of this class ends with that draws the models; null
 *     if their own initialiser does
 * @param module their class
 * @param streamNames the names in its {@code @StreamName}s
 * @param initializer the initialiser of their class
 */
public record SubmodulePlan(
    String name,
    boolean isComponent,
    TypeRef view,
    String streamName,
    long streamId,
    List<Container> containers,
    boolean hasOwnStream,
    String drawSuffix,
    TypeRef module,
    List<String> streamNames,
    TypeRef initializer)
    implements MemberPlan {
  public SubmodulePlan {
    containers = List.copyOf(containers);
    streamNames = List.copyOf(streamNames);
  }
}
