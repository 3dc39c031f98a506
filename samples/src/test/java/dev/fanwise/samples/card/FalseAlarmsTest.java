package dev.fanwise.samples.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fanwise.card.ModelCard;
import dev.fanwise.card.Suspicion;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterVisitor;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cards of all samples' models warn of the mistakes that were planted, and of nothing else. */
class FalseAlarmsTest {
  private static final Path CARDS = Path.of("target", "classes", "META-INF", "fanwise");
  private static final String SAMPLES = "dev.fanwise.samples.";
  private static final long SEED = 42;

  /** What is wrong on purpose, by the compiler's cards. */
  private static final Map<String, List<String>> PLANTED =
      Map.of(
          "card.WrongGain", List.of("layer7"),
          "card.Decoder", List.of("block7.up"));

  /** It shows each law and each warning. */
  private static final String EVERY_LAW = "card.EveryLaw";

  /** What constructors are given that ask for something. */
  private static final Map<String, Object[]> ARGUMENTS =
      Map.of(
          "adapt.OrthogonalNet", new Object[] {deep(256, 30), deep(32, 30)},
          "adapt.XavierNet", new Object[] {deep(256, 30), deep(32, 30)},
          "gpt.Gpt", new Object[] {64, 32, 48, 4},
          "llama.Llama", new Object[] {sizes(512, 64, 8, 8, 2, 128)});

  /** Widths of layers, of which the first is another. */
  private static int[] deep(int first, int count) {
    int[] widths = new int[count];
    Arrays.fill(widths, 32);
    widths[0] = first;
    return widths;
  }

  /** Those of a small decoder. */
  private static Object sizes(Object... numbers) {
    try {
      Constructor<?> constructor =
          Class.forName(SAMPLES + "llama.Sizes").getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(numbers);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The models, by their names in the samples. */
  private static List<String> models() throws IOException {
    try (Stream<Path> files = Files.list(CARDS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(SAMPLES) && file.endsWith(".json"))
          .map(file -> file.substring(SAMPLES.length(), file.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void whenTheyAreCompiled() throws IOException {
    Map<String, List<String>> warned = new TreeMap<>();
    for (String model : models()) {
      String text = Files.readString(CARDS.resolve(SAMPLES + model + ".json"));
      JsonObject card = JsonParser.parseString(text).getAsJsonObject();
      List<String> about = new ArrayList<>();
      for (JsonElement warning : card.getAsJsonArray("warnings")) {
        about.add(warning.getAsJsonObject().getAsJsonArray("parameters").get(0).getAsString());
      }
      if (!about.isEmpty() && !model.equals(EVERY_LAW)) {
        warned.put(model, about);
      }
    }
    assertTrue(models().size() > 20, () -> "models are missing, only the last round's are there");
    assertEquals(new TreeMap<>(PLANTED), warned);
  }

  @Test
  void whenTheyLive() throws Exception {
    Map<String, List<String>> warned = new TreeMap<>();
    List<String> made = new ArrayList<>();
    for (String model : models()) {
      Object object = object(model);
      if (object != null && !model.equals(EVERY_LAW)) {
        made.add(model);
        for (ModelCard card : List.of(live(model, object), lazy(model, object))) {
          List<String> about = card.suspicions().stream().map(Suspicion::parameter).toList();
          if (!about.isEmpty()) {
            warned.put(model, about);
          }
        }
      }
    }
    assertTrue(made.containsAll(ARGUMENTS.keySet()), made::toString);
    assertTrue(made.containsAll(Set.of("twin.Twin", "conv.ConvNet")), made::toString);
    assertEquals(new TreeMap<>(PLANTED), warned);
  }

  /** A model, or null for a part of one that only that makes. */
  private static Object object(String model) throws ReflectiveOperationException {
    Object[] arguments = ARGUMENTS.getOrDefault(model, new Object[0]);
    for (Constructor<?> one : Class.forName(SAMPLES + model).getDeclaredConstructors()) {
      if (one.getParameterCount() == arguments.length) {
        one.setAccessible(true);
        return one.newInstance(arguments);
      }
    }
    return null;
  }

  private static ModelCard live(String model, Object object) throws ReflectiveOperationException {
    method(model, "initialize", object.getClass(), long.class).invoke(null, object, SEED);
    Method visit = method(model, "visitParameters", object.getClass(), ParameterVisitor.class);
    return ModelCard.of(
        visitor -> {
          try {
            visit.invoke(null, object, visitor);
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
          }
        });
  }

  @SuppressWarnings("unchecked") // It is what generated classes have.
  private static ModelCard lazy(String model, Object object) throws ReflectiveOperationException {
    Method lazyParameters = method(model, "lazyParameters", object.getClass(), long.class);
    return ModelCard.of((List<LazyParameter>) lazyParameters.invoke(null, object, SEED));
  }

  private static Method method(String model, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    Class<?> initializer = Class.forName(SAMPLES + model.replace('$', '_') + "Initializer");
    Method method = initializer.getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }
}
