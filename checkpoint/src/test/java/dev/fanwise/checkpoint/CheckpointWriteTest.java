package dev.fanwise.checkpoint;

import static dev.fanwise.runtime.DataType.F32;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointWriteTest {
  private static final WriteOptions SHARDED = WriteOptions.defaults().maxShardBytes(600_000);

  @TempDir Path folder;

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.toList()) {
        files.put(one.getFileName().toString(), Files.readAllBytes(one));
      }
    }
    return files;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  private Path named(String name) {
    return folder.resolve(name);
  }

  @Test
  void oneFileHasTheBytesOfSafetensors() throws IOException {
    for (ForkJoinPool pool : new ForkJoinPool[] {null, new ForkJoinPool(1), new ForkJoinPool(7)}) {
      WriteOptions options = WriteOptions.defaults().pool(pool);
      WriteReport report = Checkpoint.write(named("a"), Lazy.mixed(5).list(), options);
      assertEquals(List.of("model.safetensors"), report.files());
      assertEquals(12, report.tensors());
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      Safetensors.write(expected, Lazy.mixed(5).source());
      assertArrayEquals(
          expected.toByteArray(), Files.readAllBytes(named("a").resolve("model.safetensors")));
      Map<String, String> metadata = Map.of("format", "pt", "a", "b");
      Checkpoint.write(named("b"), Lazy.mixed(5).list(), options.metadata(metadata));
      expected.reset();
      Safetensors.write(expected, Lazy.mixed(5).source(), metadata);
      assertArrayEquals(
          expected.toByteArray(), Files.readAllBytes(named("b").resolve("model.safetensors")));
      if (pool != null) {
        pool.shutdown();
      }
    }
  }

  @Test
  void shardsHaveTheSameBytesOnAnyNumberOfThreads() throws IOException {
    WriteReport report = Checkpoint.write(named("one"), Lazy.mixed(5).list(), SHARDED);
    Map<String, byte[]> expected = files(named("one"));
    assertEquals(expected.keySet(), new TreeSet<>(report.files()));
    assertTrue(expected.size() > 3, expected.keySet()::toString);
    long total = 0;
    Map<String, SafetensorsReader.Tensor> tensors = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      if (!file.getKey().endsWith(".json")) {
        tensors.putAll(new SafetensorsReader(file.getValue()).tensors);
      }
    }
    for (SafetensorsReader.Tensor tensor : tensors.values()) {
      total += tensor.data().length;
    }
    assertEquals(12, tensors.size());
    assertEquals(report.totalSize(), total);
    for (int threads : new int[] {1, 2, 7}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      Path to = named("pool" + threads);
      Checkpoint.write(to, Lazy.mixed(5).list(), SHARDED.pool(pool));
      assertSame(expected, files(to));
      pool.shutdown();
    }
    String index = new String(expected.get("model.safetensors.index.json"), StandardCharsets.UTF_8);
    assertEquals(Checkpoint.plan(Lazy.mixed(5).list(), SHARDED).index(), index);
  }

  @Test
  void fromWithinThePoolItself() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.submit(() -> Checkpoint.write(named("a"), Lazy.mixed(5).list(), SHARDED.pool(pool))).get();
    Checkpoint.write(named("b"), Lazy.mixed(5).list(), SHARDED);
    assertSame(files(named("b")), files(named("a")));
    pool.shutdown();
  }

  @Test
  void wholeFilesAreKeptAndNoOthers() throws IOException {
    Path to = named("a");
    Checkpoint.write(to, Lazy.mixed(5).list(), SHARDED);
    Map<String, byte[]> expected = files(to);
    List<String> names = new ArrayList<>(expected.keySet());
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    for (String name : names) {
      Files.setLastModifiedTime(to.resolve(name), old);
    }
    Files.delete(to.resolve(names.get(0)));
    Files.write(to.resolve(names.get(1)), new byte[100]);
    byte[] holes = expected.get(names.get(2)).clone();
    Arrays.fill(holes, holes.length - 20_000, holes.length, (byte) 0);
    Files.write(to.resolve(names.get(2)), holes);
    Files.delete(to.resolve("model.safetensors.index.json"));
    Files.writeString(to.resolve(".model-00009-of-00009.safetensors.part"), "left");
    Files.writeString(to.resolve("model-00001-of-00002.safetensors"), "of another model");
    Files.writeString(to.resolve("model.safetensors"), "of another model");
    Files.writeString(to.resolve("config.json"), "{}");

    WriteReport report = Checkpoint.write(to, Lazy.mixed(5).list(), SHARDED.resume(true));
    assertEquals("{}", Files.readString(to.resolve("config.json")));
    Files.delete(to.resolve("config.json"));
    assertSame(expected, files(to));
    assertEquals(
        names.subList(3, names.size() - 1), report.kept(), report::toString); // not the index
    for (String name : report.kept()) {
      assertEquals(old, Files.getLastModifiedTime(to.resolve(name)));
    }

    // The headers of another seed are the same.
    WriteReport other = Checkpoint.write(to, Lazy.mixed(6).list(), SHARDED.resume(true));
    assertEquals(List.of(), other.kept());
    Checkpoint.write(named("b"), Lazy.mixed(6).list(), SHARDED);
    assertSame(files(named("b")), files(to));
  }

  @Test
  void aSmallerModelLeavesNothingOfALarger() throws IOException {
    Checkpoint.write(named("a"), Lazy.mixed(5).list(), SHARDED);
    Checkpoint.write(named("a"), Lazy.mixed(5).list(), WriteOptions.defaults());
    assertEquals(List.of("model.safetensors"), List.copyOf(files(named("a")).keySet()));
  }

  @Test
  void progressCountsEveryByteOnce() throws IOException {
    for (ForkJoinPool pool : new ForkJoinPool[] {null, ForkJoinPool.commonPool()}) {
      List<Long> done = new ArrayList<>();
      long all = Checkpoint.plan(Lazy.mixed(5).list(), SHARDED).totalSize();
      Checkpoint.write(
          named("a"),
          Lazy.mixed(5).list(),
          SHARDED
              .pool(pool)
              .progress(
                  (now, of, tensor) -> {
                    assertEquals(all, of);
                    assertTrue(done.isEmpty() || done.get(done.size() - 1) < now);
                    done.add(now);
                  }));
      assertEquals(all, done.get(done.size() - 1));
    }
  }

  @Test
  void theBarEndsWithAllBytesAndALine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProgressListener bar = ProgressListener.bar(new PrintStream(bytes, true));
    Checkpoint.write(named("a"), Lazy.mixed(5).list(), SHARDED.progress(bar));
    String text = bytes.toString();
    assertTrue(text.startsWith("\r["), text);
    String last = text.substring(text.lastIndexOf('\r'));
    assertTrue(last.matches("(?s)\r\\[#{30}] 100 %  2.8 of 2.8 MB.*\n"), last);
  }

  /** What is left is no model, and resuming makes one. */
  private void assertStopped(Path to, Class<? extends Exception> type, WriteOptions options)
      throws IOException {
    assertThrows(type, () -> Checkpoint.write(to, Lazy.mixed(5).list(), options));
    Map<String, byte[]> left = files(to);
    assertFalse(left.containsKey("model.safetensors.index.json"));
    assertTrue(left.keySet().stream().noneMatch(name -> name.endsWith(".part")), left::toString);
    Checkpoint.write(named("expected"), Lazy.mixed(5).list(), SHARDED);
    Map<String, byte[]> expected = files(named("expected"));
    left.forEach((name, content) -> assertArrayEquals(expected.get(name), content));
    WriteReport report = Checkpoint.write(to, Lazy.mixed(5).list(), SHARDED.resume(true));
    assertEquals(List.copyOf(left.keySet()), report.kept());
    assertSame(expected, files(to));
  }

  @Test
  void whatTheListenerThrowsEndsTheWriting() throws IOException {
    int number = 0;
    for (ForkJoinPool pool : new ForkJoinPool[] {null, ForkJoinPool.commonPool()}) {
      assertStopped(
          named("a" + number++),
          CancellationException.class,
          SHARDED
              .pool(pool)
              .progress(
                  (done, all, tensor) -> {
                    if (done > all / 2) {
                      throw new CancellationException();
                    }
                  }));
    }
  }

  @Test
  void anInterruptEndsTheWriting() throws IOException {
    Thread writer = Thread.currentThread();
    int number = 0;
    for (ForkJoinPool pool : new ForkJoinPool[] {null, new ForkJoinPool(2)}) {
      Path to = named("a" + number++);
      InterruptedIOException interrupted =
          assertThrows(
              InterruptedIOException.class,
              () ->
                  Checkpoint.write(
                      to,
                      new Lazy(1).normal("large", F32, 100_000, 1000).list(),
                      SHARDED.pool(pool).progress((done, all, tensor) -> writer.interrupt())));
      assertTrue(Thread.interrupted(), "the interrupt was forgotten");
      assertEquals(
          to.resolve("model.safetensors") + ": interrupted while writing large",
          interrupted.getMessage());
      assertEquals(Map.of(), files(to));
      if (pool != null) {
        pool.shutdown();
      }
    }
  }

  @Test
  void aPoolThatIsShutDown() throws IOException {
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.shutdown();
    assertThrows(
        RejectedExecutionException.class,
        () -> Checkpoint.write(named("a"), Lazy.mixed(5).list(), SHARDED.pool(pool)));
    assertEquals(Map.of(), files(named("a")));
    ForkJoinPool stopped = new ForkJoinPool(2);
    // Its threads are interrupted and what they were to do is cancelled; either may be seen first.
    assertStopped(
        named("b"),
        Exception.class,
        SHARDED.pool(stopped).progress((done, all, tensor) -> stopped.shutdownNow()));
  }

  @Test
  void foldersThatAreMissingOrNone() throws IOException {
    Path missing = named("x").resolve("y");
    assertEquals(
        missing + ": the folder that it is to be in is missing",
        assertThrows(
                NoSuchFileException.class,
                () -> Checkpoint.write(missing, Lazy.mixed(5).list(), SHARDED))
            .getMessage());
    Path file = Files.writeString(named("file"), "");
    assertThrows(
        NotDirectoryException.class, () -> Checkpoint.write(file, Lazy.mixed(5).list(), SHARDED));
  }
}
