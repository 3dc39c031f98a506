package dev.fanwise.processor.write;

import com.palantir.javapoet.TypeSpec;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The methods that fill the parameters of a class, each in the class where its member belongs. */
final class FillsWriter {
  private final TypeSpec.Builder outer;
  private final MemberClasses classes;

  FillsWriter(TypeSpec.Builder outer, MemberClasses classes) {
    this.outer = outer;
    this.classes = classes;
  }

  void write(ModulePlan module) {
    Set<String> shared = sharedShapes(module);
    for (int at = 0; at < module.members().size(); at++) {
      if (module.members().get(at) instanceof ParameterPlan parameter) {
        int member = at;
        FillMethodsWriter fills = new FillMethodsWriter(parameter, module.modelName());
        if (parameter.fitsArray()) {
          fills.wholeOfSeed().ifPresent(method -> classes.add(module, member, method));
          if (fills.needsWhole()) {
            classes.add(module, member, fills.whole());
          }
        }
        if (fills.goesByRows()) {
          classes.add(module, member, fills.rows());
        }
        if (fills.hasShard()) {
          classes.add(module, member, fills.shard());
        }
        if (fills.hasParts()) {
          classes.add(module, member, fills.part());
        }
        fills.fromFansMethod().ifPresent(method -> classes.add(module, member, method));
        if (shared.contains(parameter.name())) {
          fills.shapeMethod().ifPresent(outer::addMethod);
        } else {
          fills.shapeMethod().ifPresent(method -> classes.add(module, member, method));
        }
      }
    }
  }

  /** The weights whose fans a member asks for that has its methods in another nested class. */
  private Set<String> sharedShapes(ModulePlan module) {
    Map<String, Integer> numbers = new HashMap<>();
    Set<String> shared = new HashSet<>();
    if (classes.areNested()) {
      for (int at = 0; at < module.members().size(); at++) {
        numbers.put(module.members().get(at).name(), classes.number(at));
      }
      for (ParameterPlan parameter : module.parameters()) {
        if (parameter.fanSource() != null) {
          String source = parameter.fanSource().field();
          if (!numbers.get(source).equals(numbers.get(parameter.name()))) {
            shared.add(source);
          }
        }
      }
    }
    return shared;
  }
}
