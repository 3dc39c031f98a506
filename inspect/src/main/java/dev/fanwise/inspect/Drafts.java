package dev.fanwise.inspect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fanwise.processor.FanwiseProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** The numbers of fields that nobody has compiled yet: the processor's, of a class for each. */
final class Drafts {
  private Drafts() {}

  /** The law of each layer's field, in words, or what the processor says against it. */
  static Map<JsonObject, String> numbers(JsonArray layers, List<Integer> shape) throws IOException {
    List<JsonObject> drawn = new ArrayList<>();
    List<Draft> all = new ArrayList<>();
    List<JavaFileObject> sources = new ArrayList<>();
    for (JsonElement layer : layers) {
      Draft.of(layer.getAsJsonObject(), shape)
          .ifPresent(
              draft -> {
                String name = "Draft" + all.size();
                drawn.add(layer.getAsJsonObject());
                all.add(draft);
                sources.add(new Source(name, draft.source(name)));
              });
    }
    JavaCompiler compiler = Compiler.ofThisJdk("Run this with a JDK.");
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    Map<JsonObject, String> numbers = new IdentityHashMap<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      CardFiles written = new CardFiles(files, () -> {});
      List<String> options =
          List.of(
              "-proc:only",
              "-implicit:none",
              "-nowarn",
              "--class-path",
              Compiler.ownPath(),
              "-Afanwise.report=true");
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, written, messages, options, null, sources);
      task.setProcessors(List.of(new FanwiseProcessor()));
      task.call();
      for (int i = 0; i < all.size(); i++) {
        String json = written.text("META-INF/fanwise/Draft" + i + ".json");
        String name = "Draft" + i + ".java";
        numbers.put(
            drawn.get(i),
            json == null
                ? refusal(messages, name)
                : law(Card.of(name, json, null), all.get(i).field()));
      }
    }
    return numbers;
  }

  private static String refusal(DiagnosticCollector<JavaFileObject> messages, String file) {
    return messages.getDiagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .filter(message -> message.getSource() != null)
        .filter(message -> message.getSource().getName().endsWith(file))
        .map(message -> message.getMessage(Locale.ROOT))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no card and no message of " + file));
  }

  /** {@code uniform on ±0.07596, std 0.04385}. */
  private static String law(Card card, String field) {
    for (JsonElement element : card.parameters()) {
      JsonObject parameter = element.getAsJsonObject();
      if (Card.text(parameter, "name").equals(field)) {
        return law(parameter);
      }
    }
    throw new IllegalStateException("no " + field + " in " + card.model());
  }

  private static String law(JsonObject parameter) {
    double mean = Card.number(parameter, "law", "mean");
    double std = Card.number(parameter, "law", "std");
    double low = Card.number(parameter, "law", "low");
    double high = Card.number(parameter, "law", "high");
    if (std == 0) {
      return "all " + Figures.brief(mean);
    }
    String text = Card.text(parameter, "distribution").toLowerCase(Locale.ROOT).replace('_', ' ');
    text = (text.isEmpty() ? "not one law for all elements" : text) + ", ";
    text += mean == 0 ? "" : "mean " + Figures.brief(mean) + ", ";
    text += "std " + Figures.brief(std);
    if (Double.isFinite(low) && Double.isFinite(high)) {
      text +=
          low == -high
              ? ", between ±" + Figures.brief(high)
              : ", from " + Figures.brief(low) + " to " + Figures.brief(high);
    }
    return text;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("draft:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
