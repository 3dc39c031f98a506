package dev.fanwise.browser;

import dev.fanwise.card.ModelCard;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The page of a decoder of 7 billion weights in 2,000 parameters, which nobody holds: how long it
 * takes to make it, and how long a browser takes to open it.
 */
final class LargePage {
  private static final int LAYERS = 181;
  private static final int WIDTH = 1760;
  private static final int INNER = 4736;

  private final List<ParameterInfo> infos = new ArrayList<>();
  private final List<Draws> draws = new ArrayList<>();

  /** Its parameters; block 7 has one that is drawn by another scheme. */
  static List<LazyParameter> parameters() {
    LargePage model = new LargePage();
    Scheme usual = Schemes.lecun();
    model.add("embed", Schemes.normal(0, 0.02), 100_000, WIDTH);
    for (int i = 0; i < LAYERS; i++) {
      String layer = "layers." + i + ".";
      model.add(layer + "norm", Schemes.ones(), WIDTH);
      for (String name : List.of("q", "k", "v", "o")) {
        model.add(layer + "attention." + name, usual, WIDTH, WIDTH);
      }
      model.add(layer + "mlp.norm", Schemes.ones(), WIDTH);
      model.add(layer + "mlp.gate", usual, INNER, WIDTH);
      model.add(layer + "mlp.up", i == 7 ? Schemes.kaiming() : usual, INNER, WIDTH);
      model.add(layer + "mlp.down", usual, WIDTH, INNER);
      model.add(layer + "bias", Schemes.zeros(), WIDTH);
      model.add(layer + "mlp.bias", Schemes.zeros(), WIDTH);
    }
    model.add("norm", Schemes.ones(), WIDTH);
    model.add("head", usual, 100_000, WIDTH);
    LazyParameters lazy = new LazyParameters(model.infos);
    for (int i = 0; i < model.infos.size(); i++) {
      Draws law = model.draws.get(i);
      long key = Keys.fold(42, Keys.id(model.infos.get(i).name()));
      lazy.floats((into, offset, from, count) -> law.into(into, offset, count, key, from));
    }
    return lazy.list();
  }

  private void add(String name, Scheme scheme, int... shape) {
    ParameterInfo.Builder info = ParameterInfo.of(name, shape).scheme(scheme.annotation());
    if (shape.length > 1) {
      info.fans(
          Fans.of(shape, dev.fanwise.Layout.OI, dev.fanwise.Connection.FORWARD, 1, new int[0], 1));
    }
    Draws law = scheme.on(shape);
    infos.add(law.describe(info));
    draws.add(law);
  }

  private LargePage() {}

  /** Writes the page. */
  static void write(Path page) throws IOException {
    ModelCard.of("Large", parameters()).write(page);
  }

  /**
   * Prints both times.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[0]);
    List<LazyParameter> parameters = parameters();
    long start = System.nanoTime();
    ModelCard.of("Large", parameters).write(page);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d parameters, %,d weights, heap %d MB: page of %,d bytes made in %.2f s%n",
        parameters.size(),
        parameters.stream().mapToLong(LazyParameter::elements).sum(),
        Runtime.getRuntime().maxMemory() >> 20,
        Files.size(page),
        seconds);
    try (Browser browser = Browser.start()) {
      for (int i = 0; i < 3; i++) {
        browser.driver().get(page.toAbsolutePath().toUri().toString());
        Object loaded =
            browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd");
        System.out.println("opened in " + loaded + " ms");
      }
    }
  }
}
