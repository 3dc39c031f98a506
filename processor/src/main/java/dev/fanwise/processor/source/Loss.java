package dev.fanwise.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;

/**
 * What code that is not understood may do: whatever it assigns is unknown, whatever it mentions may
 * have been changed, and so may the object itself if it calls a method of it or hands it on.
 */
final class Loss extends TreeScanner<Void, Void> {
  private final Frame frame;

  /** Whether it may leave what is around it. */
  private boolean leaves;

  /** How many lambdas and classes we are in, which are left alone. */
  private int within;

  private int loops;
  private int switches;

  private Loss(Frame frame) {
    this.frame = frame;
  }

  /**
   * Takes it that code has run.
   *
   * @return whether what follows may not run
   */
  static boolean of(Tree code, Frame frame) {
    Loss loss = new Loss(frame);
    loss.scan(code, null);
    return loss.leaves;
  }

  private void leak(String name) {
    Made local = frame.local(name);
    if (local != null) {
      local.leak();
      return;
    }
    VariableElement field = frame.names.field(name);
    if (field != null) {
      frame.self.get(field).leak();
    }
  }

  private void assign(ExpressionTree target) {
    String name = own(target);
    if (name == null) {
      return; // What is mentioned in it is lost.
    }
    if (target instanceof IdentifierTree && frame.local(name) != null) {
      frame.set(name, Made.UNKNOWN);
      return;
    }
    VariableElement field = frame.names.field(name);
    if (field != null) {
      frame.self.set(field, Made.UNKNOWN);
    }
  }

  /** The name in {@code x} or {@code this.x}, else null. */
  static String own(Tree tree) {
    if (tree instanceof IdentifierTree simple) {
      return simple.getName().toString();
    }
    return tree instanceof MemberSelectTree select && isThis(select.getExpression())
        ? select.getIdentifier().toString()
        : null;
  }

  static boolean isThis(Tree tree) {
    return tree instanceof IdentifierTree simple && simple.getName().contentEquals("this");
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void none) {
    String name = tree.getName().toString();
    if (name.equals("this") || name.equals("super")) {
      frame.self.leak();
    } else {
      leak(name);
    }
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void none) {
    if (isThis(tree.getExpression())) {
      VariableElement field = frame.names.field(frame.type, tree.getIdentifier().toString());
      if (field != null) {
        frame.self.get(field).leak();
      }
      return null;
    }
    return super.visitMemberSelect(tree, none);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void none) {
    assign(tree.getVariable());
    return super.visitAssignment(tree, none);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
    assign(tree.getVariable());
    return super.visitCompoundAssignment(tree, none);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void none) {
    if (isStep(tree)) {
      assign(tree.getExpression());
    }
    return super.visitUnary(tree, none);
  }

  static boolean isStep(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
    if (own(tree.getMethodSelect()) != null) {
      frame.self.leak();
    }
    return super.visitMethodInvocation(tree, none);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void none) {
    frame.self.leak(); // It may be of an inner class.
    return super.visitNewClass(tree, none);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void none) {
    frame.self.leak();
    return super.visitMemberReference(tree, none);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    frame.self.leak();
    within++;
    super.visitLambdaExpression(tree, none);
    within--;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    frame.self.leak();
    within++;
    super.visitClass(tree, none);
    within--;
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void none) {
    leaves |= within == 0;
    return super.visitReturn(tree, none);
  }

  @Override
  public Void visitBreak(BreakTree tree, Void none) {
    leaves |= within == 0 && (tree.getLabel() != null || loops + switches == 0);
    return super.visitBreak(tree, none);
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void none) {
    leaves |= within == 0 && (tree.getLabel() != null || loops == 0);
    return super.visitContinue(tree, none);
  }

  private Void looped(Supplier<Void> code) {
    loops++;
    code.get();
    loops--;
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void none) {
    return looped(() -> super.visitForLoop(tree, none));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void none) {
    return looped(() -> super.visitEnhancedForLoop(tree, none));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void none) {
    return looped(() -> super.visitWhileLoop(tree, none));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void none) {
    return looped(() -> super.visitDoWhileLoop(tree, none));
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void none) {
    switches++;
    super.visitSwitch(tree, none);
    switches--;
    return null;
  }
}
