package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {
  private static BitSet filled(BitSet set, int from, int to) {
    synchronized (set) {
      assertTrue(set.get(from, to).isEmpty(), "twice: " + from);
      set.set(from, to);
    }
    return set;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void coverEveryElementOnce(int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    for (int elements : new int[] {1, 1023, 65_536, 65_537, 1_000_000}) {
      Shards shards = new Shards(pool);
      BitSet flat = new BitSet();
      AtomicInteger whole = new AtomicInteger();
      shards.add(elements, (from, count) -> filled(flat, (int) from, (int) from + count));
      shards.add(whole::incrementAndGet);
      shards.fill();
      assertEquals(elements, flat.cardinality());
      assertEquals(1, whole.get());
    }
    pool.shutdown();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void giveTheBitsOfTheWhole(int threads) {
    float[] whole = new float[1_234_567];
    Fill.normal(whole, 0, whole.length, 5, 0, 0, 1);
    float[] shared = new float[whole.length];
    ForkJoinPool pool = new ForkJoinPool(threads);
    Shards shards = new Shards(pool);
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    shards.add(
        shared.length,
        (from, count) -> {
          workers.add(Thread.currentThread());
          Fill.normal(shared, (int) from, count, 5, from, 0, 1);
        });
    shards.fill();
    assertArrayEquals(whole, shared);
    assertTrue(workers.stream().noneMatch(Thread.currentThread()::equals), "in the pool");
    pool.shutdown();
  }

  /** Some rows hold many chunks, some chunks hold many rows. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000, 32_767, 32_768, 70_000})
  void fillNestedArraysAsFlatOnes(int columns) {
    double[][][] nested = new double[11][7][columns];
    int elements = 11 * 7 * columns;
    double[] flat = new double[elements];
    float[][] lazy = null;
    LazyParameters parameters =
        new LazyParameters(
            List.of(
                ParameterInfo.of("nested", 11, 7, columns).dataType(DataType.F64).constant(0),
                ParameterInfo.of("flat", 11, 7, columns).dataType(DataType.F64).constant(0),
                ParameterInfo.of("lazy", 2, 2).lazy().constant(0)));
    for (int i = 0; i < 2; i++) {
      parameters.doubles(
          (into, offset, from, count) -> {
            for (int k = 0; k < count; k++) {
              into[offset + k] = from + k;
            }
          });
    }
    parameters.floats(
        (into, offset, from, count) -> {
          throw new AssertionError("nobody holds it");
        });
    ForkJoinPool pool = new ForkJoinPool(3);
    Shards shards = new Shards(pool);
    List<LazyParameter> list = parameters.list();
    shards.add(
        list,
        visitor -> {
          assertTrue(visitor.wantsArrays());
          visitor.visit(list.get(0).info(), nested);
          visitor.visit(list.get(1).info(), flat);
          visitor.visit(list.get(2).info(), lazy);
        });
    shards.fill();
    pool.shutdown();
    int at = 0;
    for (double[][] plane : nested) {
      for (double[] row : plane) {
        for (double element : row) {
          assertEquals(at, element);
          assertEquals(at, flat[at++]);
        }
      }
    }
    assertEquals(elements, at);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void passOnWhatAFillerThrows(int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    Shards shards = new Shards(pool);
    shards.add(
        () -> {
          throw new IllegalStateException("no disk");
        });
    assertThrows(IllegalStateException.class, shards::fill);
    pool.shutdown();
  }

  /** However long the parts take, whoever waits for them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptEndsTheWait(boolean fromOutside) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Thread> waiting = new AtomicReference<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean isInterrupted = new AtomicBoolean();
    Runnable fill =
        () -> {
          waiting.set(Thread.currentThread());
          Shards shards = new Shards(pool);
          shards.add(
              1 << 30,
              (from, count) -> {
                begun.incrementAndGet();
                running.countDown();
                LockSupport.parkNanos(1_000_000);
              });
          thrown.set(assertThrows(CancellationException.class, shards::fill));
          isInterrupted.set(Thread.interrupted());
        };
    if (fromOutside) {
      Thread thread = new Thread(fill);
      thread.start();
      running.await();
      thread.interrupt();
      thread.join();
    } else {
      ForkJoinTask<?> task = pool.submit(fill);
      running.await();
      waiting.get().interrupt();
      task.get();
    }
    assertEquals(
        "interrupted: what the weights are is not defined, so initialise them again",
        thrown.get().getMessage());
    assertTrue(isInterrupted.get(), "the thread stays interrupted");
    assertTrue(begun.get() < 1024, "all parts were begun");
    pool.shutdown();
  }

  @Test
  void anInterruptDoesNotWaitForWholeTensors() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(1);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    Shards shards = new Shards(pool);
    shards.add(
        () -> {
          running.countDown();
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                running.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              caller.interrupt();
            });
    interrupter.start();
    assertThrows(CancellationException.class, shards::fill);
    assertTrue(Thread.interrupted());
    end.countDown();
    interrupter.join();
    pool.shutdown();
  }

  @Test
  void aPoolThatIsShutDownIsRefusedAtOnce() {
    ForkJoinPool pool = new ForkJoinPool(1);
    Shards before = new Shards(pool);
    before.add(() -> {});
    pool.shutdown();
    String text = "the pool is shut down, so that nothing can be initialised on its threads";
    assertEquals(
        text, assertThrows(RejectedExecutionException.class, () -> new Shards(pool)).getMessage());
    assertEquals(text, assertThrows(RejectedExecutionException.class, before::fill).getMessage());
    assertEquals(
        "pool", assertThrows(NullPointerException.class, () -> new Shards(null)).getMessage());
  }

  @Test
  void passOnErrors() {
    ForkJoinPool pool = new ForkJoinPool(2);
    Shards shards = new Shards(pool);
    shards.add(
        () -> {
          throw new OutOfMemoryError("for a tile");
        });
    assertThrows(OutOfMemoryError.class, shards::fill);
    pool.shutdown();
  }
}
