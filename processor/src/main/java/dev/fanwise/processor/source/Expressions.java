package dev.fanwise.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** What expressions make. */
final class Expressions {
  private final Constructors constructors;
  private final Calls calls;

  Expressions(Constructors constructors) {
    this.constructors = constructors;
    this.calls = new Calls(this, constructors);
  }

  /** What an expression makes, which is worked out once, with all that it does. */
  Made of(ExpressionTree tree, Frame frame) {
    constructors.step();
    if (tree instanceof LiteralTree literal) {
      return Made.of(literal.getValue());
    }
    if (tree instanceof ParenthesizedTree parenthesized) {
      return of(parenthesized.getExpression(), frame);
    }
    if (tree instanceof IdentifierTree simple) {
      return simple(simple, frame);
    }
    if (tree instanceof MemberSelectTree select) {
      return select(select, frame);
    }
    if (tree instanceof NewClassTree creation) {
      return created(creation, frame);
    }
    if (tree instanceof NewArrayTree array) {
      return array(array, frame);
    }
    if (tree instanceof ArrayAccessTree access) {
      return element(access, frame);
    }
    if (tree instanceof BinaryTree binary) {
      return binary(binary, frame);
    }
    if (tree instanceof UnaryTree unary) {
      return Loss.isStep(unary)
          ? step(unary, frame)
          : Arithmetic.unary(unary.getKind(), of(unary.getExpression(), frame));
    }
    if (tree instanceof TypeCastTree cast) {
      return Typed.of(of(cast.getExpression(), frame), cast.getType());
    }
    if (tree instanceof AssignmentTree assignment) {
      Made value = of(assignment.getExpression(), frame);
      return assign(assignment.getVariable(), value, frame);
    }
    if (tree instanceof CompoundAssignmentTree assignment) {
      Made value =
          Arithmetic.binary(
              Arithmetic.inside(assignment.getKind()),
              of(assignment.getVariable(), frame),
              of(assignment.getExpression(), frame));
      return assign(assignment.getVariable(), value, frame);
    }
    if (tree instanceof ConditionalExpressionTree conditional) {
      Boolean truth = of(conditional.getCondition(), frame).truth();
      if (truth != null) {
        return of(
            truth ? conditional.getTrueExpression() : conditional.getFalseExpression(), frame);
      }
    }
    if (tree instanceof MethodInvocationTree call) {
      return calls.of(call, frame);
    }
    return lost(tree, frame);
  }

  List<Made> all(List<? extends ExpressionTree> trees, Frame frame) {
    List<Made> values = new ArrayList<>();
    for (ExpressionTree tree : trees) {
      values.add(of(tree, frame));
    }
    return values;
  }

  static Made lost(Tree tree, Frame frame) {
    Loss.of(tree, frame);
    return Made.UNKNOWN;
  }

  private Made simple(IdentifierTree tree, Frame frame) {
    String name = tree.getName().toString();
    if (name.equals("this")) {
      frame.self.leak();
      return Made.UNKNOWN;
    }
    Made local = frame.local(name);
    return local != null ? local : value(frame.names.field(name), frame.self);
  }

  /** What a field holds: of an object, if it is one of its own. */
  static Made value(VariableElement field, Made.Instance object) {
    if (field == null) {
      return Made.UNKNOWN;
    }
    Made constant = Made.of(field.getConstantValue());
    boolean isConstant = constant != Made.UNKNOWN || field.getModifiers().contains(Modifier.STATIC);
    return isConstant || object == null ? constant : object.get(field);
  }

  private Made select(MemberSelectTree tree, Frame frame) {
    String name = tree.getIdentifier().toString();
    if (Loss.isThis(tree.getExpression())) {
      return value(frame.names.field(frame.type, name), frame.self);
    }
    if (isVariable(tree.getExpression(), frame)) {
      Made holder = of(tree.getExpression(), frame);
      if (holder instanceof Made.Instance object) {
        return value(frame.names.field(object.type(), name), object);
      }
      boolean isLength =
          holder instanceof Made.Several several
              && several.kind() == Made.Several.Kind.ARRAY
              && name.equals("length");
      return isLength ? Made.of(((Made.Several) holder).elements().size()) : Made.UNKNOWN;
    }
    TypeElement type = frame.names.type(tree.getExpression());
    return type == null ? lost(tree, frame) : value(frame.names.field(type, name), null);
  }

  /** Whether a tree is an expression rather than the name of a class or package. */
  static boolean isVariable(Tree tree, Frame frame) {
    if (tree instanceof IdentifierTree simple) {
      String name = simple.getName().toString();
      return name.equals("this") || frame.local(name) != null || frame.names.field(name) != null;
    }
    return tree instanceof MemberSelectTree select
        ? isVariable(select.getExpression(), frame) || isField(select, frame)
        : true;
  }

  private static boolean isField(MemberSelectTree select, Frame frame) {
    TypeElement type = frame.names.type(select.getExpression());
    return type != null && frame.names.field(type, select.getIdentifier().toString()) != null;
  }

  private Made created(NewClassTree tree, Frame frame) {
    TypeElement type = frame.names.type(tree.getIdentifier());
    if (tree.getClassBody() != null || tree.getEnclosingExpression() != null || type == null) {
      return lost(tree, frame);
    }
    Made collection = calls.collection(type, tree, frame);
    if (collection != null) {
      return collection;
    }
    List<Made> arguments = all(tree.getArguments(), frame);
    Made made = constructors.create(type, arguments);
    boolean isInner =
        type.getNestingKind().isNested()
            && !type.getModifiers().contains(Modifier.STATIC)
            && type.getKind() == ElementKind.CLASS;
    if (isInner) {
      frame.self.leak();
    }
    return made;
  }

  private Made array(NewArrayTree tree, Frame frame) {
    boolean isInt = tree.getType() == null || Typed.base(tree.getType()) == TypeKind.INT;
    boolean isObject = tree.getType() == null || Typed.base(tree.getType()) == TypeKind.DECLARED;
    if (tree.getInitializers() != null) {
      List<Made> values = all(tree.getInitializers(), frame);
      Made array = constructors.several(Made.Several.Kind.ARRAY, values);
      return tree.getType() == null ? array : Typed.of(array, tree.getType());
    }
    List<Made> lengths = all(tree.getDimensions(), frame);
    return isInt || isObject ? empty(lengths) : Made.UNKNOWN;
  }

  private Made empty(List<Made> lengths) {
    if (lengths.isEmpty() || lengths.get(0).number() == null || lengths.get(0).number() < 0) {
      return Made.UNKNOWN;
    }
    int length = lengths.get(0).number();
    if (!constructors.isSmall(length)) {
      return Made.UNKNOWN;
    }
    List<Made> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(empty(lengths.subList(1, lengths.size())));
    }
    return constructors.several(Made.Several.Kind.ARRAY, elements);
  }

  private Made element(ArrayAccessTree tree, Frame frame) {
    Made array = of(tree.getExpression(), frame);
    Integer index = of(tree.getIndex(), frame).number();
    return isIn(array, index) ? ((Made.Several) array).elements().get(index) : Made.UNKNOWN;
  }

  private static boolean isIn(Made array, Integer index) {
    return array instanceof Made.Several several
        && index != null
        && index >= 0
        && index < several.elements().size();
  }

  private Made binary(BinaryTree tree, Frame frame) {
    Made left = of(tree.getLeftOperand(), frame);
    Boolean truth = left.truth();
    boolean isDecided =
        truth != null
            && (tree.getKind() == Tree.Kind.CONDITIONAL_AND && !truth
                || tree.getKind() == Tree.Kind.CONDITIONAL_OR && truth);
    if (isDecided) {
      return left;
    }
    boolean isPerhaps =
        truth == null
            && (tree.getKind() == Tree.Kind.CONDITIONAL_AND
                || tree.getKind() == Tree.Kind.CONDITIONAL_OR);
    return isPerhaps
        ? lost(tree.getRightOperand(), frame)
        : Arithmetic.binary(tree.getKind(), left, of(tree.getRightOperand(), frame));
  }

  /** One more or one less; the value is what was there before or after. */
  private Made step(UnaryTree tree, Frame frame) {
    Made before = of(tree.getExpression(), frame);
    Made after = Arithmetic.binary(Arithmetic.inside(tree.getKind()), before, Made.of(1));
    assign(tree.getExpression(), after, frame);
    boolean isAfter =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.PREFIX_DECREMENT;
    return isAfter ? after : before;
  }

  private Made assign(ExpressionTree target, Made value, Frame frame) {
    if (target instanceof ParenthesizedTree parenthesized) {
      return assign(parenthesized.getExpression(), value, frame);
    }
    if (target instanceof ArrayAccessTree access) {
      Made array = of(access.getExpression(), frame);
      Integer index = of(access.getIndex(), frame).number();
      if (isIn(array, index)) {
        ((Made.Several) array).set(index, value);
      } else {
        array.leak();
        value.leak();
      }
      return value;
    }
    String own = Loss.own(target);
    if (own != null && target instanceof IdentifierTree && frame.local(own) != null) {
      return frame.set(own, value);
    }
    if (own != null) {
      VariableElement field = frame.names.field(own);
      if (field != null && !field.getModifiers().contains(Modifier.STATIC)) {
        Made held = Typed.of(value, field.asType());
        frame.self.set(field, held);
        return held;
      }
    } else if (target instanceof MemberSelectTree select
        && of(select.getExpression(), frame) instanceof Made.Instance object) {
      VariableElement field = frame.names.field(object.type(), select.getIdentifier().toString());
      if (field != null) {
        object.set(field, Typed.of(value, field.asType()));
      } else {
        object.leak();
      }
      return value;
    }
    value.leak();
    return lost(target, frame);
  }
}
