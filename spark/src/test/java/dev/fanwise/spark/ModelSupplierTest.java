package dev.fanwise.spark;

import static dev.fanwise.spark.Folders.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that travel: as lambdas, and as names of classes. */
class ModelSupplierTest {
  @TempDir Path temporary;

  private static void assertSameModel(ModelSupplier expected, ModelSupplier actual) {
    List<LazyParameter> other = actual.get();
    assertEquals(
        expected.get().stream().map(LazyParameter::toString).toList(),
        other.stream().map(LazyParameter::toString).toList());
    for (int i = 0; i < other.size(); i++) {
      LazyParameter one = expected.get().get(i);
      int count = (int) one.elements();
      ByteBuffer a = ByteBuffer.allocate(8 * count);
      ByteBuffer b = ByteBuffer.allocate(8 * count);
      one.draw(0, count, a);
      other.get(i).draw(0, count, b);
      assertEquals(a, b);
    }
  }

  @Test
  void aGeneratedModel() throws IOException {
    int width = 300; // what a lambda may capture
    ModelSupplier model = () -> NetInitializer.lazyParameters(new Net(width, 3), 42L);
    WriteOptions options = WriteOptions.defaults().maxShardBytes(400_000);
    Path expected = Folders.oneMachine(temporary.resolve("expected"), model, options);
    Path folder = temporary.resolve("folder");
    SparkCheckpoint.write(LocalSpark.CONTEXT, model, folder.toUri(), options);
    assertSame(expected, folder);
    ModelSupplier named = ModelSupplier.of(Net.class.getName(), 42, 300, 3);
    Path again = temporary.resolve("again");
    SparkCheckpoint.write(LocalSpark.CONTEXT, named, again.toUri(), options);
    assertSame(expected, again);
    assertTrue(SparkCheckpoint.verify(LocalSpark.CONTEXT, named, folder.toUri()).isSame());
  }

  @Test
  void namesOfClasses() {
    assertSameModel(
        () -> NetInitializer.lazyParameters(new Net(20, 2), 7),
        ModelSupplier.of("dev.fanwise.spark.Net", 7, "20", "2"));
    assertSameModel(
        () -> NetInitializer.lazyParameters(new Net(20, 2), 7),
        ModelSupplier.of("dev.fanwise.spark.NetInitializer", 7, 20, 2));
    assertSameModel(
        () -> Net_LayerInitializer.lazyParameters(new Net.Layer(20), 7),
        ModelSupplier.of("dev.fanwise.spark.Net$Layer", 7, 20));
    assertSameModel(
        () -> ConstantInitializer.lazyParameters(7),
        ModelSupplier.of("dev.fanwise.spark.Constant", 7));
    assertSameModel(
        new TrialDecoder(7, 20, 4, 1, 6),
        ModelSupplier.of("dev.fanwise.spark.TrialDecoder", 7, "20", "4", "1", "6"));
  }

  private static void assertRefused(String message, String name, Serializable... arguments) {
    ModelSupplier model = ModelSupplier.of(name, 1, arguments);
    assertEquals(message, assertThrows(IllegalArgumentException.class, model::get).getMessage());
  }

  @Test
  void whatCannotBe() {
    assertRefused(
        "there is no class no.Net: is the model's jar given to Spark by --jars?", "no.Net");
    assertRefused(
        "dev.fanwise.spark.Net has no constructor that takes [twenty, 2]",
        "dev.fanwise.spark.Net",
        "twenty",
        2);
    assertRefused(
        "dev.fanwise.spark.Net has no constructor that takes []", "dev.fanwise.spark.Net");
    assertRefused(
        "there is no class java.lang.ThreadInitializer: is the model's jar given to Spark by"
            + " --jars?",
        "java.lang.Thread");
  }

  enum Size {
    SMALL
  }

  @Test
  void textsBecomeWhatIsWanted() {
    Object[] all =
        Conversion.of(
            new Serializable[] {"1", "2", "0.5", "1e3", "true", "SMALL", "text", 3},
            new Class<?>[] {
              int.class,
              long.class,
              float.class,
              double.class,
              boolean.class,
              Size.class,
              String.class,
              int.class
            });
    assertEquals(List.of(1, 2L, 0.5f, 1000.0, true, Size.SMALL, "text", 3), List.of(all));
    assertEquals(null, Conversion.of(new Serializable[] {"yes"}, new Class<?>[] {boolean.class}));
    assertEquals(null, Conversion.of(new Serializable[] {"LARGE"}, new Class<?>[] {Size.class}));
    assertEquals(null, Conversion.of(new Serializable[] {"1.5"}, new Class<?>[] {int.class}));
    assertEquals(null, Conversion.of(new Serializable[] {1}, new Class<?>[] {Thread.class}));
    assertEquals(null, Conversion.of(new Serializable[] {1}, new Class<?>[0]));
  }
}
