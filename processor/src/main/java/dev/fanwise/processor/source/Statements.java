package dev.fanwise.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What statements do to the object that is made. */
final class Statements {
  /** What runs after a statement. */
  enum Next {
    /** The one after it. */
    STATEMENT,
    /** What is after the loop. */
    BREAK,
    /** The loop's next round. */
    CONTINUE,
    /** Nothing more. */
    RETURN,
    /** That is not known. */
    UNKNOWN
  }

  private final Expressions expressions;
  private final Constructors constructors;

  Statements(Expressions expressions, Constructors constructors) {
    this.expressions = expressions;
    this.constructors = constructors;
  }

  Next all(List<? extends StatementTree> statements, Frame frame) {
    for (StatementTree statement : statements) {
      Next next = run(statement, frame);
      if (next != Next.STATEMENT) {
        return next;
      }
    }
    return Next.STATEMENT;
  }

  private Next run(StatementTree tree, Frame frame) {
    constructors.step();
    if (tree instanceof ExpressionStatementTree statement) {
      expressions.of(statement.getExpression(), frame);
      return Next.STATEMENT;
    }
    if (tree instanceof VariableTree variable) {
      declare(variable, initial(variable, frame), frame);
      return Next.STATEMENT;
    }
    if (tree instanceof BlockTree block) {
      return scoped(() -> all(block.getStatements(), frame), frame);
    }
    if (tree instanceof IfTree choice) {
      return choose(choice, frame);
    }
    if (tree instanceof ForLoopTree loop) {
      return scoped(() -> loop(loop, frame), frame);
    }
    if (tree instanceof WhileLoopTree loop) {
      return loop(loop, loop.getCondition(), loop.getStatement(), List.of(), frame);
    }
    if (tree instanceof EnhancedForLoopTree loop) {
      return each(loop, frame);
    }
    if (tree instanceof BreakTree end) {
      return end.getLabel() == null ? Next.BREAK : Next.UNKNOWN;
    }
    if (tree instanceof ContinueTree end) {
      return end.getLabel() == null ? Next.CONTINUE : Next.UNKNOWN;
    }
    if (tree instanceof ReturnTree) {
      return Next.RETURN;
    }
    return tree instanceof EmptyStatementTree ? Next.STATEMENT : lost(tree, frame);
  }

  private static Next lost(Tree tree, Frame frame) {
    // A class in between may have the name of another.
    boolean isUnclear = Loss.of(tree, frame) || tree instanceof ClassTree || isThrow(tree);
    return isUnclear ? Next.UNKNOWN : Next.STATEMENT;
  }

  private interface Code {
    Next run();
  }

  private static Next scoped(Code code, Frame frame) {
    frame.open();
    Next next = code.run();
    frame.close();
    return next;
  }

  private Made initial(VariableTree variable, Frame frame) {
    return variable.getInitializer() == null
        ? Made.UNKNOWN
        : expressions.of(variable.getInitializer(), frame);
  }

  private static void declare(VariableTree variable, Made value, Frame frame) {
    Tree type = variable.getType();
    UnaryOperator<Made> typed =
        type != null
            ? one -> Typed.of(one, type)
            : one -> isOfSameType(one, value) ? one : Made.UNKNOWN;
    frame.declare(variable.getName().toString(), typed, value);
  }

  /** What a {@code var} holds is of the type that it began with. */
  private static boolean isOfSameType(Made one, Made first) {
    return !(one instanceof Made.Constant constant)
        || first instanceof Made.Constant other
            && other.value().getClass() == constant.value().getClass();
  }

  private Next choose(IfTree tree, Frame frame) {
    Boolean truth = expressions.of(tree.getCondition(), frame).truth();
    if (truth != null) {
      StatementTree chosen = truth ? tree.getThenStatement() : tree.getElseStatement();
      return chosen == null ? Next.STATEMENT : scoped(() -> run(chosen, frame), frame);
    }
    // What throws has not run if anything runs afterwards.
    List<StatementTree> perhaps = new ArrayList<>();
    perhaps.add(tree.getThenStatement());
    perhaps.add(tree.getElseStatement());
    Next next = Next.STATEMENT;
    for (StatementTree one : perhaps) {
      if (one != null && !isThrow(one) && lost(one, frame) == Next.UNKNOWN) {
        next = Next.UNKNOWN;
      }
    }
    return next;
  }

  private static boolean isThrow(Tree tree) {
    return tree instanceof ThrowTree
        || tree instanceof BlockTree block
            && block.getStatements().size() == 1
            && isThrow(block.getStatements().get(0));
  }

  private Next loop(ForLoopTree tree, Frame frame) {
    Next next = all(tree.getInitializer(), frame);
    return next != Next.STATEMENT
        ? next
        : loop(tree, tree.getCondition(), tree.getStatement(), tree.getUpdate(), frame);
  }

  private Next loop(
      Tree whole,
      ExpressionTree condition,
      StatementTree body,
      List<? extends StatementTree> updates,
      Frame frame) {
    while (true) {
      Boolean truth = condition == null ? null : expressions.of(condition, frame).truth();
      if (truth == null) {
        return lost(whole, frame);
      }
      if (!truth) {
        return Next.STATEMENT;
      }
      Next next = scoped(() -> run(body, frame), frame);
      if (next == Next.BREAK) {
        return Next.STATEMENT;
      }
      if (next == Next.RETURN || next == Next.UNKNOWN) {
        return next;
      }
      all(updates, frame);
    }
  }

  private Next each(EnhancedForLoopTree tree, Frame frame) {
    if (!(expressions.of(tree.getExpression(), frame) instanceof Made.Several several
        && several.isCounted())) {
      return lost(tree, frame);
    }
    for (Made element : List.copyOf(several.elements())) {
      Next next =
          scoped(
              () -> {
                declare(tree.getVariable(), element, frame);
                return run(tree.getStatement(), frame);
              },
              frame);
      if (next == Next.BREAK) {
        return Next.STATEMENT;
      }
      if (next == Next.RETURN || next == Next.UNKNOWN) {
        return next;
      }
    }
    return Next.STATEMENT;
  }
}
