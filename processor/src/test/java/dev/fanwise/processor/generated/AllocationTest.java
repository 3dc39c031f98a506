package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.Taps;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * However large a tensor, a fill allocates a tile of words, and one or two of numbers for buffers
 * and 16-bit floats. (Here, since the runtime's tests are in its module, which does not read the
 * one that counts bytes.)
 */
class AllocationTest {
  private static final int ELEMENTS = 1 << 20;

  /** 4 KiB of words, 4 KiB of numbers, 4 KiB of rounded ones, and some small objects. */
  private static final long LIMIT = 13_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static long allocatedBy(Runnable fill) {
    fill.run(); // loads classes and tables
    fill.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    fill.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void fillsAllocateTilesOnly() {
    float[] floats = new float[ELEMENTS];
    double[] doubles = new double[ELEMENTS];
    short[] halves = new short[ELEMENTS];
    FloatBuffer direct = ByteBuffer.allocateDirect(4 * ELEMENTS).asFloatBuffer();
    DoubleBuffer directDoubles = ByteBuffer.allocateDirect(8 * ELEMENTS).asDoubleBuffer();
    Map<String, Runnable> fills =
        Map.of(
            "float uniform", () -> Fill.uniform(floats, 0, ELEMENTS, 1, 0, -1, 1),
            "float normal", () -> Fill.normal(floats, 0, ELEMENTS, 1, 5, 0, 1),
            "float truncated", () -> Fill.truncatedNormal(floats, 0, ELEMENTS, 1, 0, 0, 1, -2, 2),
            "double normal", () -> Fill.normal(doubles, 0, ELEMENTS, 1, 0, 0, 1),
            "BF16", () -> Fill.normal(halves, 0, ELEMENTS, 1, 0, 0, 1, HalfPrecision.BF16),
            "direct floats", () -> Fill.normal(direct, 0, ELEMENTS, 1, 0, 0, 1),
            "direct doubles", () -> Fill.uniform(directDoubles, 0, ELEMENTS, 1, 0, -1, 1),
            "taps", () -> Taps.fill(Sink.of(floats, 0), 0, ELEMENTS, 0, 1025, 1024, 1));
    fills.forEach(
        (name, fill) -> {
          long bytes = allocatedBy(fill);
          assertTrue(bytes <= LIMIT, () -> name + " allocates " + bytes + " bytes");
        });
  }
}
