package dev.fanwise.processor.scheme;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out a formula that is written as people write it: {@code gain * sqrt(2 / fan_in)}. */
final class Calculator {
  private static final Pattern TOKEN = Pattern.compile(" *([0-9.]+|\\w+|[-+*/^()])");

  private final String formula;
  private final Map<String, Double> names;
  private final Matcher tokens;
  private String token;

  Calculator(String formula, Map<String, Double> names) {
    this.formula = formula;
    this.names = names;
    this.tokens = TOKEN.matcher(formula);
    next();
  }

  double value() {
    double value = sum();
    if (token != null) {
      throw new AssertionError(token + " in " + formula);
    }
    return value;
  }

  private String next() {
    String last = token;
    token = tokens.lookingAt() ? tokens.group(1) : null;
    if (token != null) {
      tokens.region(tokens.end(), formula.length());
    }
    return last;
  }

  private boolean takes(String expected) {
    boolean isNext = expected.equals(token);
    if (isNext) {
      next();
    }
    return isNext;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (takes("+")) {
        value += product();
      } else if (takes("-")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = power();
    while (true) {
      if (takes("*")) {
        value *= power();
      } else if (takes("/")) {
        value /= power();
      } else {
        return value;
      }
    }
  }

  private double power() {
    if (takes("-")) {
      return -power();
    }
    double base = atom();
    return takes("^") ? StrictMath.pow(base, power()) : base;
  }

  private double atom() {
    String atom = next();
    if (atom.equals("sqrt") || atom.equals("ln") || atom.equals("(")) {
      if (!atom.equals("(")) {
        require("(");
      }
      double value = sum();
      require(")");
      return switch (atom) {
        case "sqrt" -> Math.sqrt(value);
        case "ln" -> StrictMath.log(value);
        default -> value;
      };
    }
    if (Character.isDigit(atom.charAt(0))) {
      return Double.parseDouble(atom);
    }
    if (!names.containsKey(atom)) {
      throw new AssertionError(atom + " in " + formula);
    }
    return names.get(atom);
  }

  private void require(String expected) {
    if (!takes(expected)) {
      throw new AssertionError(expected + " is missing before " + token + " in " + formula);
    }
  }
}
