package dev.fanwise.processor.harness;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What a compiler told, kept while its files come and go. */
record Told(Kind kind, JavaFileObject source, long line, long column, String text)
    implements Diagnostic<JavaFileObject> {
  static Told of(Diagnostic<? extends JavaFileObject> one) {
    return new Told(
        one.getKind(),
        one.getSource(),
        one.getSource() == null ? NOPOS : one.getLineNumber(),
        one.getSource() == null ? NOPOS : one.getColumnNumber(),
        one.getMessage(Locale.ROOT));
  }

  @Override
  public Kind getKind() {
    return kind;
  }

  @Override
  public JavaFileObject getSource() {
    return source;
  }

  @Override
  public long getPosition() {
    return NOPOS;
  }

  @Override
  public long getStartPosition() {
    return NOPOS;
  }

  @Override
  public long getEndPosition() {
    return NOPOS;
  }

  @Override
  public long getLineNumber() {
    return line;
  }

  @Override
  public long getColumnNumber() {
    return column;
  }

  @Override
  public String getCode() {
    return null;
  }

  @Override
  public String getMessage(Locale locale) {
    return text;
  }
}
