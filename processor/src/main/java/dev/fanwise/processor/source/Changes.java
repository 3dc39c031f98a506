package dev.fanwise.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the code of a source file assigns, by name, and whether an object is made there. */
final class Changes extends TreeScanner<Void, Void> {
  /** The methods that change a list or map. */
  private static final Set<String> CHANGING =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replaceAll",
          "retainAll",
          "set");

  /** Those of {@code Arrays} and {@code Collections} that change what they are given first. */
  private static final Set<String> CHANGING_FIRST =
      Set.of(
          "fill",
          "setAll",
          "parallelSetAll",
          "sort",
          "parallelSort",
          "addAll",
          "reverse",
          "rotate",
          "shuffle",
          "swap");

  /** The classes in whose constructors or initialisers a name is assigned; null for elsewhere. */
  private final Map<String, Set<Tree>> places = new HashMap<>();

  /** The class that an object is made of where we are, or null. */
  private Tree home;

  /** The local variables around us, innermost first; none where fields are declared. */
  private Deque<Set<String>> locals = new ArrayDeque<>();

  private Changes() {}

  static Changes in(CompilationUnitTree unit) {
    Changes changes = new Changes();
    changes.scan(unit, null);
    return changes;
  }

  /** Whether a field is assigned, or its elements are, but where an object of its class is made. */
  boolean reach(String field, ClassTree owner) {
    return places.getOrDefault(field, Set.of()).stream().anyMatch(place -> place != owner);
  }

  private void note(Tree target) {
    if (target instanceof ArrayAccessTree access) {
      note(access.getExpression());
    } else if (target instanceof ParenthesizedTree parenthesized) {
      note(parenthesized.getExpression());
    } else if (Loss.own(target) != null) {
      String name = Loss.own(target);
      boolean isLocal =
          target instanceof IdentifierTree
              && locals.stream().anyMatch(scope -> scope.contains(name));
      if (!isLocal) {
        note(name, home);
      }
    } else if (target instanceof MemberSelectTree select) {
      note(select.getIdentifier().toString(), null);
    }
  }

  private void note(String name, Tree place) {
    places.computeIfAbsent(name, any -> new HashSet<>()).add(place);
  }

  private Void within(Tree place, Supplier<Void> code) {
    Tree before = home;
    home = place;
    code.get();
    home = before;
    return null;
  }

  private Void scoped(Supplier<Void> code) {
    locals.push(new HashSet<>());
    code.get();
    locals.pop();
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    Deque<Set<String>> around = locals;
    locals = new ArrayDeque<>();
    within(tree, () -> super.visitClass(tree, none));
    locals = around;
    return null;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void none) {
    boolean isConstructor = tree.getName().contentEquals("<init>");
    return within(isConstructor ? home : null, () -> scoped(() -> super.visitMethod(tree, none)));
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    return within(null, () -> scoped(() -> super.visitLambdaExpression(tree, none)));
  }

  @Override
  public Void visitBlock(BlockTree tree, Void none) {
    return scoped(() -> super.visitBlock(tree, none));
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void none) {
    return scoped(() -> super.visitForLoop(tree, none));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void none) {
    return scoped(() -> super.visitEnhancedForLoop(tree, none));
  }

  @Override
  public Void visitVariable(VariableTree tree, Void none) {
    if (!locals.isEmpty()) {
      locals.element().add(tree.getName().toString());
    }
    return super.visitVariable(tree, none);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void none) {
    note(tree.getVariable());
    return super.visitAssignment(tree, none);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
    note(tree.getVariable());
    return super.visitCompoundAssignment(tree, none);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void none) {
    if (Loss.isStep(tree)) {
      note(tree.getExpression());
    }
    return super.visitUnary(tree, none);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
    ExpressionTree method = tree.getMethodSelect();
    if (method instanceof MemberSelectTree select) {
      String holder = select.getExpression().toString();
      boolean isOfAll = holder.endsWith("Arrays") || holder.endsWith("Collections");
      if (CHANGING.contains(select.getIdentifier().toString())) {
        note(select.getExpression());
      }
      if (isOfAll && CHANGING_FIRST.contains(select.getIdentifier().toString())) {
        note(tree.getArguments().get(0));
      }
    }
    return super.visitMethodInvocation(tree, none);
  }
}
