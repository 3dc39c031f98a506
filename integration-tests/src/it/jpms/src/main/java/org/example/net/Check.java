package org.example.net;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.Arrays;

/** A named module that reads Fanwise's runtime, what that hands on, and nothing else. */
final class Check {
  public static void main(String[] arguments) {
    Module module = Check.class.getModule();
    ModuleLayer layer = module.getLayer();
    require(module.isNamed(), "this is no named module");
    require(
        layer.findModule("java.compiler").map(compiler -> !module.canRead(compiler)).orElse(true),
        "the module reads java.compiler");
    require(
        module.canRead(layer.findModule("dev.fanwise").orElseThrow()),
        "the runtime does not hand on the annotations");

    float[] hidden = new float[16 * 8];
    float bound = (float) Math.sqrt(6.0 / (8 + 16));
    Fill.uniform(hidden, 0, hidden.length, Keys.fold(7, Keys.id("hidden")), 0, -bound, bound);
    require(Arrays.equals(hidden, NetInitializer.initialize(new Net(), 7).hidden), "hidden");
  }

  private static void require(boolean as, String otherwise) {
    if (!as) {
      throw new AssertionError(otherwise);
    }
  }
}
