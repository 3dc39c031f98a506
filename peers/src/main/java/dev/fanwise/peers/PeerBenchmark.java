package dev.fanwise.peers;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Drawing a tensor in a warm JVM with one thread, by Fanwise and by engines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PeerBenchmark {
  @Param({"fanwise", "torch", "djl", "nd4j", "tensorflow"})
  String peer;

  @Param Law law;

  @Param({"1000", "100000", "17000000"})
  int size;

  private Peer library;
  private float[] array;

  @Setup(Level.Trial)
  public void open() {
    Engines.configure();
    library = Engines.open(peer, size);
    array = new float[size];
    library.draw(law, array);
    Moments.check(law, array);
  }

  @TearDown(Level.Trial)
  public void close() {
    library.close();
  }

  @Benchmark
  public Object tensor() {
    return library.draw(law);
  }

  @Benchmark
  public float[] array() {
    library.draw(law, array);
    return array;
  }
}
