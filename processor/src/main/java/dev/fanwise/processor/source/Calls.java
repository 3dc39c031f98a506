package dev.fanwise.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** The methods of the JDK that make arrays, lists and maps; all others may do anything. */
final class Calls {
  private static final Set<String> LISTS = Set.of("java.util.ArrayList", "java.util.LinkedList");

  private final Expressions expressions;
  private final Constructors constructors;

  Calls(Expressions expressions, Constructors constructors) {
    this.expressions = expressions;
    this.constructors = constructors;
  }

  Made of(MethodInvocationTree call, Frame frame) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return Expressions.lost(call, frame);
    }
    String name = select.getIdentifier().toString();
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (!Expressions.isVariable(select.getExpression(), frame)) {
      TypeElement type = frame.names.type(select.getExpression());
      return type == null
          ? Expressions.lost(call, frame)
          : ofClass(type.getQualifiedName() + "." + name, arguments, call, frame);
    }
    if (name.equals("toList") && arguments.isEmpty()
        || name.equals("toArray") && arguments.size() == 1) {
      Made stream = stream(select.getExpression(), name.equals("toList"), frame);
      return stream != null ? stream : Expressions.lost(call, frame);
    }
    boolean isSimple = Loss.own(select.getExpression()) != null || isPath(select.getExpression());
    if (!isSimple) {
      return Expressions.lost(call, frame);
    }
    Made holder = expressions.of(select.getExpression(), frame);
    if (holder instanceof Made.Several list
        && list.kind() == Made.Several.Kind.GROWING
        && name.equals("add")
        && arguments.size() == 1) {
      list.add(expressions.of(arguments.get(0), frame));
      return Made.UNKNOWN;
    }
    if (holder instanceof Made.Instance object && arguments.isEmpty()) {
      Made component = constructors.component(object, name);
      if (component != null) {
        return component;
      }
    }
    return Expressions.lost(call, frame);
  }

  /** A name, or names with dots between: what can be looked at twice. */
  private static boolean isPath(Tree tree) {
    return tree instanceof MemberSelectTree select
        ? isPath(select.getExpression())
        : tree.getKind() == Tree.Kind.IDENTIFIER;
  }

  private Made ofClass(
      String method,
      List<? extends ExpressionTree> arguments,
      MethodInvocationTree call,
      Frame frame) {
    switch (method) {
      case "java.util.List.of", "java.util.Arrays.asList" -> {
        Made.Several.Kind kind =
            method.endsWith("asList") ? Made.Several.Kind.SETTABLE : Made.Several.Kind.LIST;
        List<Made> values = expressions.all(arguments, frame);
        // One argument may be an array of all.
        return values.size() == 1 && (values.get(0) == Made.UNKNOWN || isArray(values.get(0)))
            ? copy(values.get(0), kind)
            : constructors.several(kind, values);
      }
      case "java.util.Collections.singletonList" -> {
        return constructors.several(Made.Several.Kind.LIST, expressions.all(arguments, frame));
      }
      case "java.util.List.copyOf" -> {
        return copy(expressions.of(arguments.get(0), frame), Made.Several.Kind.LIST);
      }
      case "java.util.Collections.unmodifiableList", "java.util.Objects.requireNonNull" -> {
        return expressions.all(arguments, frame).get(0);
      }
      case "java.util.Map.of" -> {
        return map(expressions.all(arguments, frame));
      }
      case "java.util.Arrays.setAll" -> {
        return setAll(arguments, call, frame);
      }
      default -> {
        return Expressions.lost(call, frame);
      }
    }
  }

  private static boolean isArray(Made value) {
    return value instanceof Made.Several several && several.kind() == Made.Several.Kind.ARRAY;
  }

  /** A list of what an array or another list has. */
  private Made copy(Made value, Made.Several.Kind kind) {
    return value instanceof Made.Several several && several.isCounted()
        ? constructors.several(kind, several.elements())
        : Made.UNKNOWN;
  }

  private static Made map(List<Made> values) {
    Map<String, Made> entries = new TreeMap<>();
    for (int i = 0; i + 1 < values.size(); i += 2) {
      if (!(values.get(i) instanceof Made.Constant key && key.value() instanceof String text)) {
        values.forEach(Made::leak);
        return Made.UNKNOWN;
      }
      entries.put(text, values.get(i + 1));
    }
    return new Made.Entries(entries);
  }

  /** A list that is made empty or of another, or null if the class is none of the JDK's. */
  Made collection(TypeElement type, NewClassTree tree, Frame frame) {
    if (!LISTS.contains(type.getQualifiedName().toString())) {
      return null;
    }
    List<Made> arguments = expressions.all(tree.getArguments(), frame);
    return arguments.isEmpty() || arguments.get(0).number() != null
        ? constructors.several(Made.Several.Kind.GROWING, List.of())
        : copy(arguments.get(0), Made.Several.Kind.GROWING);
  }

  /** {@code Arrays.setAll(array, i -> …)}. */
  private Made setAll(
      List<? extends ExpressionTree> arguments, MethodInvocationTree call, Frame frame) {
    boolean isPath = isPath(arguments.get(0));
    if (!isPath || !(body(arguments.get(1)) instanceof ExpressionTree)) {
      return Expressions.lost(call, frame);
    }
    if (expressions.of(arguments.get(0), frame) instanceof Made.Several array) {
      for (int i = 0; i < array.elements().size(); i++) {
        array.set(i, apply((LambdaExpressionTree) arguments.get(1), i, frame));
      }
      return Made.UNKNOWN;
    }
    return Expressions.lost(call, frame);
  }

  /** {@code IntStream.range(from, to).mapToObj(i -> …)} as what is made of it; else null. */
  private Made stream(Tree tree, boolean isList, Frame frame) {
    if (!(tree instanceof MethodInvocationTree map
        && map.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("mapToObj")
        && body(map.getArguments().get(0)) instanceof ExpressionTree
        && select.getExpression() instanceof MethodInvocationTree range
        && range.getMethodSelect() instanceof MemberSelectTree source
        && source.getIdentifier().contentEquals("range")
        && !Expressions.isVariable(source.getExpression(), frame))) {
      return null;
    }
    TypeElement type = frame.names.type(source.getExpression());
    if (type == null || !type.getQualifiedName().contentEquals("java.util.stream.IntStream")) {
      return null;
    }
    List<Made> bounds = expressions.all(range.getArguments(), frame);
    Integer from = bounds.get(0).number();
    Integer to = bounds.get(1).number();
    if (from == null || to == null) {
      return null;
    }
    List<Made> elements = new ArrayList<>();
    for (int i = from; i < to; i++) {
      elements.add(apply((LambdaExpressionTree) map.getArguments().get(0), i, frame));
    }
    return constructors.several(
        isList ? Made.Several.Kind.LIST : Made.Several.Kind.ARRAY, elements);
  }

  /** What is behind the arrow of a lambda of one parameter, or null. */
  private static Tree body(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree lambda && lambda.getParameters().size() == 1
        ? lambda.getBody()
        : null;
  }

  private Made apply(LambdaExpressionTree lambda, int number, Frame frame) {
    VariableTree parameter = lambda.getParameters().get(0);
    frame.open();
    frame.declare(parameter.getName().toString(), value -> value, Made.of(number));
    Made made = expressions.of((ExpressionTree) lambda.getBody(), frame);
    frame.close();
    return made;
  }
}
