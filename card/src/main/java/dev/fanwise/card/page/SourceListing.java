package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.ParameterCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generated class with numbered lines. Each number in its code is a link to the parameter that
 * it is for: that of the method it is in, or that which its statement names.
 */
final class SourceListing {
  /** A comment, a string or character, a number, a word, or a sign. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<comment>/\\*.*?\\*/|//[^\\n]*)"
              + "|(?<string>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
              + "|(?<number>[0-9](?:[eEpP][+-]|[0-9A-Za-z_.])*)"
              + "|(?<word>(?:\\p{javaJavaIdentifierStart}|\\\\u[0-9a-f]{4})"
              + "(?:\\p{javaJavaIdentifierPart}|\\\\u[0-9a-f]{4})*)"
              + "|(?<sign>[{};(.])");

  /** A letter beyond ASCII, as generated code has it. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private static final List<String> PREFIXES =
      List.of("fill", "draw", "rowsOf", "shapeOf", "infoOf");

  private final String source;
  private final Markup html;

  /** The parameters by the names of their methods. */
  private final Map<String, Integer> methods = new HashMap<>();

  /** The model's own parameters by their names. */
  private final Map<String, Integer> fields = new HashMap<>();

  private final Set<Integer> anchored = new HashSet<>();

  /** What has been read of the current statement, or of a declaration up to its brace. */
  private final List<Token> statement = new ArrayList<>();

  private int depth;

  /** The parameter of the method that we are in; 0 for none. */
  private int ofMethod;

  /** Up to where the source is written. */
  private int written;

  private record Token(String kind, String text, int start, int end) {
    boolean is(String sign) {
      return text.equals(sign);
    }

    /** What a string stands for. */
    String unquoted() {
      String name = name();
      return name.substring(1, name.length() - 1);
    }

    /** The name that a word stands for. */
    String name() {
      return ESCAPE
          .matcher(text)
          .replaceAll(one -> Character.toString(Integer.parseInt(one.group(1), 16)));
    }
  }

  private SourceListing(Card card, Markup html) {
    this.source = card.model().source();
    this.html = html;
    for (ParameterCard one : card.parameters()) {
      if (one.of().methodSuffix() == null) {
        continue; // Its methods are in another class.
      }
      for (String prefix : PREFIXES) {
        methods.putIfAbsent(prefix + one.of().methodSuffix(), one.number());
      }
      if (one.module() == null) {
        fields.put(one.name(), one.number());
      }
    }
  }

  static void write(Card card, Markup html) {
    html.open("section", "id", "source", "aria-labelledby", "source-title");
    html.element("h2", "Generated source", "id", "source-title");
    html.open("p", "class", "note").element("code", card.model().initializer());
    html.text("; each number in it leads to its parameter.").close();
    html.openRegion("scroll listing", "Listing");
    long lines = card.model().source().lines().count();
    html.open("pre", "class", "lines", "aria-hidden", "true");
    for (long line = 1; line <= lines; line++) {
      html.text(line + "\n");
    }
    html.close().open("pre", "class", "code").open("code");
    new SourceListing(card, html).write();
    html.close().close().close().close().newLine();
  }

  private void write() {
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      Token token = new Token(kind(matcher), matcher.group(), matcher.start(), matcher.end());
      statement.add(token);
      if (token.is("{") || token.is("}") || token.is(";")) {
        writeStatement(token);
      }
    }
    writeStatement(null);
    html.text(source.substring(written));
  }

  private static String kind(Matcher matcher) {
    for (String kind : List.of("comment", "string", "number", "word")) {
      if (matcher.group(kind) != null) {
        return kind;
      }
    }
    return "sign";
  }

  private void writeStatement(Token end) {
    boolean isDeclaration = depth == 1 && end != null && end.is("{");
    int declared = isDeclaration ? declared() : 0;
    int owner = ofMethod > 0 ? ofMethod : isDeclaration ? declared : named();
    for (Token token : statement) {
      html.text(source.substring(written, token.start()));
      if (ofMethod == 0 && token.kind().equals("string") && fields.containsKey(token.unquoted())) {
        owner = fields.get(token.unquoted()); // One statement may list all parameters.
      }
      write(token, owner, isDeclaration);
      written = token.end();
    }
    statement.clear();
    if (end != null && end.is("{")) {
      depth++;
      ofMethod = isDeclaration ? declared : ofMethod;
    } else if (end != null && end.is("}")) {
      depth--;
      ofMethod = depth <= 1 ? 0 : ofMethod;
    }
  }

  private void write(Token token, int owner, boolean isDeclaration) {
    switch (token.kind()) {
      case "comment" -> html.element("span", token.text(), "class", "c");
      case "string" -> html.element("span", token.text(), "class", "s");
      case "number" -> {
        if (owner > 0) {
          html.element("a", token.text(), "href", "#p" + owner);
        } else {
          html.text(token.text());
        }
      }
      case "word" -> {
        boolean isMethod = methods.getOrDefault(token.name(), 0) == owner;
        if (isDeclaration && owner > 0 && isMethod && anchored.add(owner)) {
          html.element("span", token.text(), "id", "s" + owner);
        } else {
          html.text(token.text());
        }
      }
      default -> html.text(token.text());
    }
  }

  /** The parameter whose method the statement declares, or 0. */
  private int declared() {
    for (int i = 0; i + 1 < statement.size(); i++) {
      if (statement.get(i).kind().equals("word") && statement.get(i + 1).is("(")) {
        return methods.getOrDefault(statement.get(i).name(), 0);
      }
    }
    return 0;
  }

  /** The parameter that a statement names: by a method of its, as a field, or in a text. */
  private int named() {
    int inText = 0;
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      boolean isField = i >= 2 && statement.get(i - 1).is(".") && statement.get(i - 2).is("model");
      if (isField && fields.containsKey(token.name())) {
        return fields.get(token.name());
      }
      if (token.kind().equals("word") && methods.containsKey(token.name())) {
        return methods.get(token.name());
      }
      if (token.kind().equals("string") && inText == 0) {
        inText = fields.getOrDefault(token.unquoted(), 0);
      }
    }
    return inText;
  }
}
