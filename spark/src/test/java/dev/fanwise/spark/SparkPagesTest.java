package dev.fanwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.WriteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's pages show of a job, and what listeners of checkpoints hear. */
class SparkPagesTest {
  private static final JavaSparkContext SPARK = LocalSpark.CONTEXT;
  private static final TestModel MODEL = TestModel.mixed(1);
  private static final WriteOptions SHARDS = WriteOptions.defaults().maxShardBytes(700_000);

  @TempDir Path folder;

  private static final class Stages extends SparkListener {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
      StringBuilder text = new StringBuilder(stage.stageInfo().name());
      CollectionConverters.asJava(stage.stageInfo().accumulables().values())
          .forEach(
              one -> {
                if (one.name().get().startsWith("Fanwise")) {
                  text.append("; ").append(one.name().get()).append(' ').append(one.value().get());
                }
              });
      names.add(text.toString());
    }

    List<String> await(int number) {
      while (names.size() < number) {
        Pause.of(1);
      }
      return names;
    }
  }

  @Test
  void stagesAndAccumulators() throws Exception {
    CheckpointPlan plan = Checkpoint.plan(MODEL.get(), SHARDS);
    long all = plan.shards().stream().mapToLong(CheckpointPlan.Shard::length).sum();
    Stages stages = new Stages();
    SPARK.sc().addSparkListener(stages);
    SPARK.setJobDescription("mine");
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS);
    Files.delete(folder.resolve(plan.shards().get(1).file()));
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    SparkCheckpoint.verify(SPARK, MODEL, folder.toUri());
    assertEquals("mine", SPARK.getLocalProperty("spark.job.description"));
    SPARK.setJobDescription(null);
    int files = plan.shards().size();
    assertEquals(
        List.of(
            "Fanwise: writing " + files + " files; Fanwise: bytes written " + all,
            "Fanwise: looking for whole files",
            "Fanwise: writing 1 file; Fanwise: bytes written " + plan.shards().get(1).length(),
            "Fanwise: comparing " + files + " files; Fanwise: bytes compared " + all),
        stages.await(4));
    SPARK.sc().removeSparkListener(stages);
  }

  @Test
  void listenersHearOfTasks() throws Exception {
    CheckpointPlan plan = Checkpoint.plan(MODEL.get(), SHARDS);
    List<Long> heard = new ArrayList<>();
    WriteOptions options =
        SHARDS.progress(
            (done, all, tensor) -> {
              assertEquals(plan.totalSize(), all);
              heard.add(done);
            });
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), options);
    assertEquals(plan.shards().size(), heard.size());
    assertEquals(heard.stream().sorted().toList(), heard);
    assertEquals(plan.totalSize(), heard.get(heard.size() - 1));
    heard.clear();
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), options.resume(true));
    assertEquals(plan.totalSize(), heard.get(heard.size() - 1));
  }

  @Test
  void whatAListenerThrowsEndsTheWriting() throws Exception {
    WriteOptions options =
        SHARDS.progress(
            (done, all, tensor) -> {
              throw new IllegalStateException("enough");
            });
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), options));
    assertEquals("enough", thrown.getMessage());
    assertFalse(Files.exists(folder.resolve("model.safetensors.index.json")));
  }

  @Test
  void aCaptureThatIsNotSerializableIsNamed() {
    Object held = new Object();
    ModelSupplier model =
        () -> {
          assertTrue(held != null);
          return MODEL.get();
        };
    Exception thrown =
        assertThrows(
            Exception.class, () -> SparkCheckpoint.write(SPARK, model, folder.toUri(), SHARDS));
    assertTrue(thrown.getMessage().contains("java.lang.Object"), thrown::getMessage);
  }
}
