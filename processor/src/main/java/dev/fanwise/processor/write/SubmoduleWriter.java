package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.Container;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.List;
import java.util.Map;

/**
 * The code that reaches the models which a field holds, each with something that is worked out on
 * the way to it: its path, its seed, its visitor.
 *
 * <pre>{@code
 * long blocksSeed = Keys.fold(seed, 0x5a...L);
 * for (int i = 0; i < model.blocks.length; i++) {
 *   BlockInitializer.draw(model.blocks[i], Keys.fold(blocksSeed, i));
 * }
 * }</pre>
 */
final class SubmoduleWriter {
  private static final List<String> INDICES = List.of("i", "j", "k");

  /** What is worked out on the way, and what is done with it at the end. */
  private interface Walk {
    /** The end of the name of variables that hold it. */
    String suffix();

    /** The type of what is worked out, or null if nothing is. */
    TypeName type();

    /** From the model to what a field holds, {@code holder}. */
    CodeBlock field(SubmodulePlan plan, CodeBlock holder);

    /** From an array, list or map to an element of it. */
    CodeBlock element(CodeBlock above, Container.Kind container, String variable);

    /** What is done with a model. */
    CodeBlock end(SubmodulePlan plan, CodeBlock model, CodeBlock way);

    /** What is said of the way where it begins. */
    default CodeBlock comment(SubmodulePlan plan) {
      return CodeBlock.of("");
    }

    /** A container on the way, if it has to be looked at. */
    default CodeBlock container(CodeBlock way, CodeBlock holder) {
      return way;
    }
  }

  private final SubmodulePlan plan;
  private final Walk walk;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private SubmoduleWriter(SubmodulePlan plan, Walk walk) {
    this.plan = plan;
    this.walk = walk;
  }

  /** Checks: {@code BlockInitializer.check(model.head, here.field("head").to(model.head))}. */
  static CodeBlock check(SubmodulePlan plan) {
    return new SubmoduleWriter(plan, new Paths()).write();
  }

  /** Fills: {@code BlockInitializer.draw(model.head, Keys.fold(seed, 0x5a...L))}. */
  static CodeBlock fill(SubmodulePlan plan) {
    String method = plan.hasOwnStream() ? "initialize" : "draw";
    return new SubmoduleWriter(plan, new Seeds(method, "$L($Z$L,$W$L)")).write();
  }

  /** Lists: {@code lazy.addAll(BlockInitializer.lazyParameters(model.head, Keys.fold(...)))}. */
  static CodeBlock listSeeded(SubmodulePlan plan) {
    return new SubmoduleWriter(plan, new Seeds("lazyParameters", "lazy.addAll($L($Z$L,$W$L))"))
        .write();
  }

  /**
   * Lists where the stream is the holder's: {@code BlockInitializer.list(model.head, seed, lazy)}.
   */
  static CodeBlock listDrawn(SubmodulePlan plan, MemberClasses classes) {
    return new SubmoduleWriter(plan, new Draws("list", classes, "$L($Z$L, seed, lazy)")).write();
  }

  /** Visits: {@code BlockInitializer.visitParameters(model.head, visitor.within("head"))}. */
  static CodeBlock visit(SubmodulePlan plan) {
    return new SubmoduleWriter(plan, new Visitors()).write();
  }

  /**
   * Draws where the stream is the holder's: {@code BlockInitializer.draw(model.head, generator)}.
   *
   * @param call the format of the call, of the method and of what it draws
   */
  static CodeBlock draw(SubmodulePlan plan, MemberClasses classes, String call) {
    return new SubmoduleWriter(plan, new Draws("draw", classes, call)).write();
  }

  private static ClassName initializer(SubmodulePlan plan) {
    return Types.className(plan.initializer());
  }

  /**
   * A method of an initialiser. Those that return a generic class's model are told its type: what
   * Eclipse's compiler infers where there are several bounds may be another one.
   */
  private static CodeBlock methodOf(SubmodulePlan plan, String name) {
    boolean returnsModel = name.equals("initialize");
    TypeName module = Types.of(plan.module());
    return returnsModel && module instanceof ParameterizedTypeName
        ? CodeBlock.of("$T.<$T>$N", initializer(plan), module, name)
        : CodeBlock.of("$T.$N", initializer(plan), name);
  }

  private CodeBlock write() {
    CodeBlock model =
        plan.view() == null
            ? CodeBlock.of("model")
            : CodeBlock.of("(($T) model)", Types.of(plan.view()));
    CodeBlock holder = CodeBlock.of(plan.isComponent() ? "$L.$N()" : "$L.$N", model, plan.name());
    reach(0, holder, false, walk.field(plan, holder));
    return code.build();
  }

  /**
   * Goes on from what is reached.
   *
   * @param isObject whether generated code knows no more of it than that it is an object
   */
  private void reach(int depth, CodeBlock holder, boolean isObject, CodeBlock way) {
    if (depth == plan.containers().size()) {
      boolean isSingle = plan.containers().isEmpty();
      CodeBlock model =
          isObject ? CodeBlock.of("($T) $L", Types.of(plan.module()), holder) : holder;
      code.add("$L;$L\n", walk.end(plan, model, way), isSingle ? walk.comment(plan) : "");
      return;
    }
    String variable = plan.name() + walk.suffix() + (depth == 0 ? "" : depth);
    if (walk.type() != null) {
      CodeBlock comment = depth == 0 ? walk.comment(plan) : CodeBlock.of("");
      code.add("$T $N =$W$L;$L\n", walk.type(), variable, walk.container(way, holder), comment);
    }
    Container container = plan.containers().get(depth);
    boolean isArray = container.kind() == Container.Kind.ARRAY;
    boolean isCast = isObject || container.isBounded() || isArray && isInList(depth);
    CodeBlock cast = isCast ? cast(container.kind(), holder) : holder;
    CodeBlock inner = isCast ? CodeBlock.of("($L)", cast) : holder;
    if (container.kind() == Container.Kind.LIST) {
      String list = plan.name() + "List" + (depth == 0 ? "" : depth);
      code.add("var $N =$W$T.of($L);\n", list, Types.INDEXED_LISTS, cast);
      inner = CodeBlock.of("$N", list);
    }
    String index = index(container.kind(), depth);
    code.add(
        switch (container.kind()) {
          case ARRAY -> loop(index, CodeBlock.of("$L.length", inner));
          case LIST -> loop(index, CodeBlock.of("$L.size()", inner));
          case MAP ->
              CodeBlock.of(
                  "for ($T $L : $T.of($L)) {\n$>", String.class, index, Types.MAP_KEYS, cast);
        });
    reach(
        depth + 1,
        CodeBlock.of(isArray ? "$L[$L]" : "$L.get($L)", inner, index),
        isCast,
        walk.element(CodeBlock.of("$N", variable), container.kind(), index));
    code.add("$<}\n");
  }

  /**
   * Whether a list is around a container: through its local a generic class's {@code List<L[]>} is
   * known as a {@code List<? extends Block[]>}.
   */
  private boolean isInList(int depth) {
    return plan.containers().subList(0, depth).stream()
        .anyMatch(around -> around.kind() == Container.Kind.LIST);
  }

  private static String index(Container.Kind container, int depth) {
    if (container == Container.Kind.MAP) {
      return depth == 0 ? "name" : "name" + depth;
    }
    return depth < INDICES.size() ? INDICES.get(depth) : "i" + depth;
  }

  private static CodeBlock loop(String index, CodeBlock length) {
    return CodeBlock.of("for (int $L = 0; $L < $L; $L++) {\n$>", index, index, length, index);
  }

  /**
   * What is known by a bound only, as what it is at the least. javac takes no elements of a {@code
   * ? extends Block[]}; and if M extends {@code List} and L extends M, Eclipse's compiler calls an
   * L's methods as if {@code List} were a class, which the JVM refuses.
   */
  private static CodeBlock cast(Container.Kind container, CodeBlock holder) {
    return switch (container) {
      case ARRAY -> CodeBlock.of("(Object[]) $L", holder);
      case LIST -> CodeBlock.of("($T<?>) $L", List.class, holder);
      case MAP -> CodeBlock.of("($T<?, ?>) $L", Map.class, holder);
    };
  }

  private static final class Paths implements Walk {
    @Override
    public String suffix() {
      return "Path";
    }

    @Override
    public TypeName type() {
      return Types.MODEL_PATH;
    }

    @Override
    public CodeBlock field(SubmodulePlan plan, CodeBlock holder) {
      return CodeBlock.of("here.field($S)", plan.name());
    }

    @Override
    public CodeBlock container(CodeBlock way, CodeBlock holder) {
      return CodeBlock.of("$L$Z.required($L)", way, holder);
    }

    @Override
    public CodeBlock element(CodeBlock above, Container.Kind container, String variable) {
      return CodeBlock.of(
          container == Container.Kind.MAP ? "$L.entry($L)" : "$L.element($L)", above, variable);
    }

    @Override
    public CodeBlock end(SubmodulePlan plan, CodeBlock model, CodeBlock way) {
      return CodeBlock.of("$T.check($Z$L,$W$L$Z.to($L))", initializer(plan), model, way, model);
    }
  }

  private record Seeds(String method, String call) implements Walk {
    @Override
    public CodeBlock comment(SubmodulePlan plan) {
      return CodeBlock.of(" // the stream of $L", DocText.quoted(plan.streamName()));
    }

    @Override
    public String suffix() {
      return "Seed";
    }

    @Override
    public TypeName type() {
      return TypeName.LONG;
    }

    @Override
    public CodeBlock field(SubmodulePlan plan, CodeBlock holder) {
      return CodeBlock.of("$T.fold(seed, $L)", Types.KEYS, Literals.hex(plan.streamId()));
    }

    @Override
    public CodeBlock element(CodeBlock above, Container.Kind container, String variable) {
      return container == Container.Kind.MAP
          ? CodeBlock.of("$T.fold($L,$W$T.id($L))", Types.KEYS, above, Types.KEYS, variable)
          : CodeBlock.of("$T.fold($L, $L)", Types.KEYS, above, variable);
    }

    @Override
    public CodeBlock end(SubmodulePlan plan, CodeBlock model, CodeBlock way) {
      return CodeBlock.of(call, methodOf(plan, method), model, way);
    }
  }

  private static final class Visitors implements Walk {
    @Override
    public String suffix() {
      return "Visitor";
    }

    @Override
    public TypeName type() {
      return Types.PARAMETER_VISITOR;
    }

    @Override
    public CodeBlock field(SubmodulePlan plan, CodeBlock holder) {
      return CodeBlock.of("visitor.within($S)", plan.name());
    }

    @Override
    public CodeBlock element(CodeBlock above, Container.Kind container, String variable) {
      return CodeBlock.of("$L.within($L)", above, variable);
    }

    @Override
    public CodeBlock end(SubmodulePlan plan, CodeBlock model, CodeBlock way) {
      return CodeBlock.of("$T.visitParameters($Z$L,$W$L)", initializer(plan), model, way);
    }
  }

  /**
   * @param name what the names of methods begin with that are in the holder's class for modules
   *     which share its stream
   * @param classes where the holder's methods are
   */
  private record Draws(String name, MemberClasses classes, String call) implements Walk {
    @Override
    public String suffix() {
      return "";
    }

    @Override
    public TypeName type() {
      return null;
    }

    @Override
    public CodeBlock field(SubmodulePlan plan, CodeBlock holder) {
      return CodeBlock.of("");
    }

    @Override
    public CodeBlock element(CodeBlock above, Container.Kind container, String variable) {
      return above;
    }

    @Override
    public CodeBlock end(SubmodulePlan plan, CodeBlock model, CodeBlock way) {
      CodeBlock method =
          plan.drawSuffix() == null
              ? methodOf(plan, name)
              : CodeBlock.of("$L$N", classes.outerQualifier(), name + plan.drawSuffix());
      return CodeBlock.of(call, method, model);
    }
  }
}
