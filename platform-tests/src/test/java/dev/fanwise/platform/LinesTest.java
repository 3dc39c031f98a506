package dev.fanwise.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Shape;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the program prints, here on HotSpot. */
class LinesTest {
  /** A line for each parameter. */
  private static final class Collected extends Lines {
    final Map<String, Set<Long>> byName = new HashMap<>();
    final List<String> names = new ArrayList<>();

    @Override
    protected void line(String name, long checksum) {
      names.add(name);
      byName.computeIfAbsent(name, unused -> new HashSet<>()).add(checksum);
    }
  }

  private static Collected printed() {
    Collected collected = new Collected();
    Main.print(collected);
    return collected;
  }

  /** In whole, in parts and on a pool's threads a parameter has the same line. */
  @Test
  void linesOfTheSameNameAreTheSame() {
    Collected collected = printed();
    collected.byName.forEach((name, sums) -> assertEquals(1, sums.size(), name));
    assertEquals(2, count(collected, "Schemes"), "on one thread, on a pool's");
    assertEquals(2, count(collected, "Schemes.xavier"), "in whole, in parts");
    assertEquals(2, count(collected, "Symbolic.kaiming"));
  }

  /** What is read of a file is what was written, and a lying one is refused untouched. */
  @Test
  void checkpointsAreReadAsTheyWereWritten() {
    Collected collected = printed();
    int models = collected.names.size();
    new Checkpoints(collected, 42).print();
    collected.byName.forEach((name, sums) -> assertEquals(1, sums.size(), name));
    Set<String> read = new HashSet<>(collected.names.subList(models, collected.names.size()));
    assertTrue(read.contains("Storage.normalFp16"), read::toString);
    assertTrue(read.contains("Checkpoints.jax.kernel"), read::toString);
    assertTrue(collected.byName.get("Checkpoints.refused").iterator().next() > 0);
  }

  private static long count(Collected collected, String name) {
    return collected.names.stream().filter(name::equals).count();
  }

  @Test
  void everySchemeIsThere() {
    Set<String> drawn = new TreeSet<>();
    List<ParameterInfo> parameters = new ArrayList<>(SchemesInitializer.parameters());
    parameters.addAll(MatricesInitializer.parameters());
    parameters.forEach(parameter -> drawn.add(parameter.scheme()));
    Set<String> all = new TreeSet<>();
    for (String path : ClassFiles.beside(Shape.class).keySet()) {
      String name = path.substring(path.lastIndexOf('/') + 1).replace(".class", "");
      if (name.endsWith("Init")) {
        all.add(name);
      }
    }
    assertEquals(all, drawn);
  }

  @Test
  void theControlInitialisesTheSameModel() throws ReflectiveOperationException {
    Layers layers = Control.initialize(LayersInitializer.class.getName(), 42);
    Collected collected = new Collected();
    collected.whole("Layers", visitor -> LayersInitializer.visitParameters(layers, visitor));
    assertEquals(printed().byName.get("Layers"), collected.byName.get("Layers"));
  }

  @Test
  void everyBitAndPlaceCounts() {
    long sum = new Checksum().add(new float[] {1, 2}).value();
    assertNotEquals(sum, new Checksum().add(new float[] {2, 1}).value());
    assertNotEquals(sum, new Checksum().add(new float[] {1, Math.nextUp(2f)}).value());
    assertEquals(sum, new Checksum().add(new float[][] {{1}, {2}}).value());
  }
}
