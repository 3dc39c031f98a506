package dev.fanwise.processor.source;

import com.sun.source.tree.Tree;

/** Operators on constants, as Java has them on {@code int}, {@code boolean} and {@code String}. */
final class Arithmetic {
  private Arithmetic() {}

  static Made unary(Tree.Kind operator, Made operand) {
    Integer number = operand.number();
    Boolean truth = operand.truth();
    if (truth != null && operator == Tree.Kind.LOGICAL_COMPLEMENT) {
      return Made.of(!truth);
    }
    if (number == null) {
      return Made.UNKNOWN;
    }
    return switch (operator) {
      case UNARY_MINUS -> Made.of(-number);
      case UNARY_PLUS -> operand;
      case BITWISE_COMPLEMENT -> Made.of(~number);
      default -> Made.UNKNOWN;
    };
  }

  static Made binary(Tree.Kind operator, Made left, Made right) {
    if (left.number() != null && right.number() != null) {
      return numbers(operator, left.number(), right.number());
    }
    if (left.truth() != null && right.truth() != null) {
      return switch (operator) {
        case EQUAL_TO -> Made.of(left.truth().equals(right.truth()));
        case NOT_EQUAL_TO, XOR -> Made.of(!left.truth().equals(right.truth()));
        case CONDITIONAL_AND, AND -> Made.of(left.truth() && right.truth());
        case CONDITIONAL_OR, OR -> Made.of(left.truth() || right.truth());
        default -> Made.UNKNOWN;
      };
    }
    boolean isText =
        operator == Tree.Kind.PLUS
            && left instanceof Made.Constant one
            && right instanceof Made.Constant two
            && (one.value() instanceof String || two.value() instanceof String);
    return isText
        ? Made.of("" + ((Made.Constant) left).value() + ((Made.Constant) right).value())
        : Made.UNKNOWN;
  }

  private static Made numbers(Tree.Kind operator, int left, int right) {
    boolean divides = operator == Tree.Kind.DIVIDE || operator == Tree.Kind.REMAINDER;
    if (divides && right == 0) {
      return Made.UNKNOWN; // It throws.
    }
    return switch (operator) {
      case PLUS -> Made.of(left + right);
      case MINUS -> Made.of(left - right);
      case MULTIPLY -> Made.of(left * right);
      case DIVIDE -> Made.of(left / right);
      case REMAINDER -> Made.of(left % right);
      case LEFT_SHIFT -> Made.of(left << right);
      case RIGHT_SHIFT -> Made.of(left >> right);
      case UNSIGNED_RIGHT_SHIFT -> Made.of(left >>> right);
      case AND -> Made.of(left & right);
      case OR -> Made.of(left | right);
      case XOR -> Made.of(left ^ right);
      case LESS_THAN -> Made.of(left < right);
      case LESS_THAN_EQUAL -> Made.of(left <= right);
      case GREATER_THAN -> Made.of(left > right);
      case GREATER_THAN_EQUAL -> Made.of(left >= right);
      case EQUAL_TO -> Made.of(left == right);
      case NOT_EQUAL_TO -> Made.of(left != right);
      default -> Made.UNKNOWN;
    };
  }

  /** The operator in {@code x += y}, {@code ++x} and the like. */
  static Tree.Kind inside(Tree.Kind assignment) {
    return switch (assignment) {
      case PLUS_ASSIGNMENT, PREFIX_INCREMENT, POSTFIX_INCREMENT -> Tree.Kind.PLUS;
      case MINUS_ASSIGNMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> Tree.Kind.MINUS;
      case MULTIPLY_ASSIGNMENT -> Tree.Kind.MULTIPLY;
      case DIVIDE_ASSIGNMENT -> Tree.Kind.DIVIDE;
      case REMAINDER_ASSIGNMENT -> Tree.Kind.REMAINDER;
      case LEFT_SHIFT_ASSIGNMENT -> Tree.Kind.LEFT_SHIFT;
      case RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.RIGHT_SHIFT;
      default -> Tree.Kind.OTHER;
    };
  }
}
