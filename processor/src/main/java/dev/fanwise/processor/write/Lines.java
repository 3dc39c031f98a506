package dev.fanwise.processor.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts on one line what a person would write on one and JavaPoet writes on several: a short
 * Javadoc, and an empty body. No string or comment of a generated source goes over lines, so that
 * what looks like either is one.
 */
final class Lines {
  private static final int MOST_COLUMNS = 100;

  private static final Pattern JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");

  private static final Pattern EMPTY_BODY = Pattern.compile("(?m)\\{\\n *\\}$");

  private Lines() {}

  /** The source with fewer lines. */
  static String shortened(String source) {
    String shorter =
        JAVADOC
            .matcher(source)
            .replaceAll(
                found -> {
                  String line = found.group(1) + "/** " + found.group(2) + " */";
                  return Matcher.quoteReplacement(
                      line.length() <= MOST_COLUMNS ? line : found.group());
                });
    return EMPTY_BODY.matcher(shorter).replaceAll("{}");
  }
}
