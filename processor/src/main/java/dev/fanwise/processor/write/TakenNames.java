package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.List;
import java.util.stream.Stream;

/** The names that fill methods need for something of their own, whatever a field is called. */
final class TakenNames {
  private static final NameAllocator FOR_ALL = forAll();

  private TakenNames() {}

  /** A copy for one parameter's methods: each dimension may have a loop with a variable. */
  static NameAllocator of(ParameterPlan parameter) {
    NameAllocator names = FOR_ALL.clone();
    for (int depth = 0; depth < parameter.shape().size(); depth++) {
      take("i" + depth, names);
    }
    parameter
        .law()
        .accept(
            new Law.Cases<Stream<String>>(
                constant -> Stream.of(),
                uniform -> Stream.of(),
                normal -> Stream.of(),
                cut -> Stream.of(),
                structured -> Stream.of(structured.kernel()),
                symbolic -> Stream.of(symbolic.pattern())))
        .forEach(name -> take(name, names));
    return names;
  }

  private static NameAllocator forAll() {
    NameAllocator names = new NameAllocator();
    List.of(
            "seed",
            "key",
            "generator",
            "step",
            "i",
            "from",
            "to",
            "into",
            "offset",
            "count",
            "model")
        .forEach(name -> take(name, names));
    SymbolicWriter.variables().forEach(name -> take(name, names));
    // A variable hides a class of its name, and a package's first part.
    for (ClassName used : Types.USED_IN_FILLS) {
      take(used.simpleName(), names);
    }
    take("dev", names);
    take("java", names);
    return names;
  }

  /** With a tag of our own: JavaPoet's would come from a secure random number, for each name. */
  private static void take(String name, NameAllocator names) {
    names.newName(name, name);
  }
}
