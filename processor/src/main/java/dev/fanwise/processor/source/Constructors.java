package dev.fanwise.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Makes objects as their constructors do, as far as these are understood. */
final class Constructors {
  /** So much is done for one model; a decoder of a hundred blocks takes a hundredth of it. */
  private static final int MOST_STEPS = 1_000_000;

  /** The longest array of submodules. */
  private static final int LONGEST = 5000;

  private static final int DEEPEST = 40;

  /** A model that takes too much. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super(null, null, false, false);
    }
  }

  private final Trees trees;
  private final Elements elements;
  private final Expressions expressions;
  private final Statements statements;
  private int steps;
  private int depth;

  Constructors(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
    this.expressions = new Expressions(this);
    this.statements = new Statements(expressions, this);
  }

  void step() {
    if (++steps > MOST_STEPS) {
      throw new TooMuch();
    }
  }

  boolean isSmall(int length) {
    return length <= LONGEST;
  }

  Made several(Made.Several.Kind kind, List<Made> values) {
    values.forEach(any -> step());
    return new Made.Several(kind, values);
  }

  /** What is left alike by all constructors of a class that may be meant. */
  Made create(TypeElement type, List<Made> arguments) {
    if (trees.getTree(type) == null) {
      arguments.forEach(Made::leak);
      return Made.UNKNOWN;
    }
    List<ExecutableElement> candidates = candidates(type, arguments);
    Made made = null;
    for (ExecutableElement constructor : candidates) {
      Made.Instance one = new Made.Instance(type);
      run(one, type, constructor, arguments);
      made = made == null ? one : made.or(one);
    }
    if (candidates.size() != 1) {
      arguments.forEach(Made::leak);
    }
    return made == null ? Made.UNKNOWN : made;
  }

  /** What all constructors of a class leave alike, whatever they are given. */
  Made any(TypeElement type) {
    Made made = null;
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      Made.Instance one = new Made.Instance(type);
      List<Made> arguments = new ArrayList<>();
      constructor.getParameters().forEach(parameter -> arguments.add(Made.UNKNOWN));
      run(one, type, constructor, arguments);
      made = made == null ? one : made.or(one);
    }
    return made == null ? Made.UNKNOWN : made;
  }

  private static List<ExecutableElement> candidates(TypeElement type, List<Made> arguments) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> takes(constructor, arguments))
        .toList();
  }

  private static boolean takes(ExecutableElement constructor, List<Made> arguments) {
    int parameters = constructor.getParameters().size();
    if (constructor.isVarArgs()) {
      return arguments.size() >= parameters - 1;
    }
    if (arguments.size() != parameters) {
      return false;
    }
    for (int i = 0; i < parameters; i++) {
      TypeKind kind = constructor.getParameters().get(i).asType().getKind();
      Made argument = arguments.get(i);
      boolean isWrong =
          argument.number() != null && (kind == TypeKind.BOOLEAN || kind == TypeKind.ARRAY)
              || argument.truth() != null && kind != TypeKind.BOOLEAN && kind.isPrimitive()
              || argument instanceof Made.Instance && (kind.isPrimitive() || kind == TypeKind.ARRAY)
              || argument instanceof Made.Several && kind.isPrimitive();
      if (isWrong) {
        return false;
      }
    }
    return true;
  }

  /** Runs a constructor on an object of its class, or of one below. */
  private void run(
      Made.Instance self, TypeElement type, ExecutableElement constructor, List<Made> arguments) {
    if (++depth > DEEPEST) {
      throw new TooMuch();
    }
    ClassTree tree = trees.getTree(type);
    MethodTree method = trees.getTree(constructor);
    TreePath path = trees.getPath(type);
    if (tree == null || path == null) {
      arguments.forEach(Made::leak);
      self.leak();
    } else {
      Names names = new Names(type, path.getCompilationUnit(), elements);
      Frame frame = new Frame(type, self, names);
      bind(constructor, arguments, frame);
      Statements.Next next = body(tree, method, constructor, frame);
      finish(type, constructor, next, frame);
    }
    depth--;
  }

  private static void bind(ExecutableElement constructor, List<Made> arguments, Frame frame) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      VariableElement parameter = parameters.get(i);
      boolean isRest = constructor.isVarArgs() && i == parameters.size() - 1;
      Made value = isRest ? rest(arguments, i) : arguments.get(i);
      frame.declare(
          parameter.getSimpleName().toString(), one -> Typed.of(one, parameter.asType()), value);
    }
  }

  /** What a parameter like {@code int... sizes} is given. */
  private static Made rest(List<Made> arguments, int from) {
    if (arguments.size() == from + 1) {
      Made only = arguments.get(from);
      boolean isArray =
          only instanceof Made.Several several && several.kind() == Made.Several.Kind.ARRAY;
      if (isArray || only == Made.UNKNOWN) {
        return only;
      }
    }
    return new Made.Several(Made.Several.Kind.ARRAY, arguments.subList(from, arguments.size()));
  }

  private Statements.Next body(
      ClassTree tree, MethodTree method, ExecutableElement constructor, Frame frame) {
    List<? extends StatementTree> all =
        method == null || method.getBody() == null ? List.of() : method.getBody().getStatements();
    int at = 0;
    while (at < all.size() && call(all.get(at)) == null) {
      at++;
    }
    boolean isExplicit = at < all.size();
    if (isExplicit) {
      Statements.Next next = statements.all(all.subList(0, at), frame);
      if (next != Statements.Next.STATEMENT) {
        return Statements.Next.UNKNOWN;
      }
      MethodInvocationTree call = call(all.get(at));
      List<Made> arguments = expressions.all(call.getArguments(), frame);
      if (call.getMethodSelect().toString().equals("this")) {
        if (!delegate(frame.type, arguments, constructor, frame.self)) {
          return Statements.Next.UNKNOWN;
        }
      } else {
        makeSuper(arguments, frame);
        initialise(tree, frame);
      }
      return statements.all(all.subList(at + 1, all.size()), frame);
    }
    makeSuper(List.of(), frame);
    initialise(tree, frame);
    return statements.all(all, frame);
  }

  /** The call of another constructor that a statement is, or null. */
  private static MethodInvocationTree call(StatementTree statement) {
    if (statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call) {
      ExpressionTree select = call.getMethodSelect();
      boolean isCall =
          select instanceof IdentifierTree name
              && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
      return isCall || select.toString().endsWith(".super") ? call : null;
    }
    return null;
  }

  private boolean delegate(
      TypeElement type, List<Made> arguments, ExecutableElement caller, Made.Instance self) {
    List<ExecutableElement> candidates =
        candidates(type, arguments).stream().filter(one -> !one.equals(caller)).toList();
    if (candidates.size() != 1) {
      arguments.forEach(Made::leak);
      return false;
    }
    run(self, type, candidates.get(0), arguments);
    return true;
  }

  private void makeSuper(List<Made> arguments, Frame frame) {
    if (!(frame.type.getSuperclass() instanceof DeclaredType declared)) {
      return;
    }
    TypeElement above = (TypeElement) declared.asElement();
    String name = above.getQualifiedName().toString();
    boolean isPlain = name.equals("java.lang.Object") || name.equals("java.lang.Record");
    if (!isPlain && !delegate(above, arguments, null, frame.self)) {
      frame.self.leak();
    }
  }

  /** Runs the initialisers of a class's fields, in their order. */
  private void initialise(ClassTree tree, Frame around) {
    Frame frame = new Frame(around.type, around.self, around.names);
    for (Tree member : tree.getMembers()) {
      if (member instanceof BlockTree block && !block.isStatic()) {
        Statements.Next next = statements.all(List.of(block), frame);
        if (next == Statements.Next.UNKNOWN) {
          lose(around.type, around.self);
        }
      } else if (member instanceof VariableTree variable
          && variable.getInitializer() != null
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
        VariableElement field = around.names.field(around.type, variable.getName().toString());
        if (field != null) {
          Made value = expressions.of(variable.getInitializer(), frame);
          around.self.set(field, Typed.of(value, field.asType()));
        }
      }
    }
  }

  private static void lose(TypeElement type, Made.Instance self) {
    self.leak();
    ElementFilter.fieldsIn(type.getEnclosedElements())
        .forEach(field -> self.set(field, Made.UNKNOWN));
  }

  /** A record's own constructor sets what its author does not. */
  private void finish(
      TypeElement type, ExecutableElement constructor, Statements.Next next, Frame frame) {
    if (next == Statements.Next.UNKNOWN) {
      lose(type, frame.self);
      return;
    }
    if (type.getKind() != ElementKind.RECORD) {
      return;
    }
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      Made parameter = frame.local(field.getSimpleName().toString());
      if (parameter != null && !frame.self.isSet(field)) {
        frame.self.set(field, parameter);
      }
    }
  }

  /** What a record's accessor returns that its author has not written, or null. */
  Made component(Made.Instance object, String name) {
    for (Element member : object.type().getEnclosedElements()) {
      boolean isAccessor =
          member.getKind() == ElementKind.METHOD
              && member.getSimpleName().contentEquals(name)
              && ((ExecutableElement) member).getParameters().isEmpty();
      if (isAccessor) {
        VariableElement field = component((ExecutableElement) member, trees);
        return field == null ? null : Expressions.value(field, object);
      }
    }
    return null;
  }

  /** The field that a record's own accessor returns, or null if its author wrote the method. */
  static VariableElement component(ExecutableElement method, Trees trees) {
    MethodTree written = trees.getTree(method);
    boolean isOwn =
        method.getEnclosingElement() instanceof TypeElement type
            && type.getKind() == ElementKind.RECORD
            && trees.getTree(type) != null
            && (written == null || written.getBody() == null);
    if (!isOwn || !method.getParameters().isEmpty()) {
      return null;
    }
    return ElementFilter.fieldsIn(method.getEnclosingElement().getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(method.getSimpleName()))
        .findFirst()
        .orElse(null);
  }
}
