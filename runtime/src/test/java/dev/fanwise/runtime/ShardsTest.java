package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
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
      BitSet rows = new BitSet();
      BitSet wide = new BitSet();
      AtomicInteger whole = new AtomicInteger();
      shards.add(elements, (from, count) -> filled(flat, from, from + count));
      shards.addRows(elements, 3, (from, to) -> filled(rows, from, to));
      shards.addRows(5, 1L << 40, (from, to) -> filled(wide, from, to));
      shards.add(whole::incrementAndGet);
      shards.fill();
      assertEquals(elements, flat.cardinality());
      assertEquals(elements, rows.cardinality());
      assertEquals(5, wide.cardinality());
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
          Fill.normal(shared, from, count, 5, from, 0, 1);
        });
    shards.fill();
    assertArrayEquals(whole, shared);
    assertTrue(workers.stream().noneMatch(Thread.currentThread()::equals), "in the pool");
    pool.shutdown();
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
}
