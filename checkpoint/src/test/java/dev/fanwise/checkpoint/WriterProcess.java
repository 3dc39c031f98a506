package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;

/** Writes and reads a large model in a JVM of its own; see {@link ForkedWriteTest}. */
public final class WriterProcess {
  private WriterProcess() {}

  /** A decoder's sizes: an embedding and blocks, bf16. */
  static Lazy model(int blocks, int width) {
    Lazy model = new Lazy(42).normal("embedding", DataType.BF16, 8 * width, width);
    for (int i = 0; i < blocks; i++) {
      model.normal("blocks." + i + ".query", DataType.BF16, width, width);
      model.normal("blocks." + i + ".up", DataType.BF16, 4 * width, width);
    }
    return model;
  }

  /** Reads the model into arrays of its own. */
  private static ReadReport read(Path folder, int blocks, int width) throws IOException {
    Parameters zeros = new Parameters();
    for (LazyParameter one : model(blocks, width).list()) {
      short[] weights = new short[(int) one.elements()];
      zeros.add(one.info().name(), DataType.BF16, weights, one.info().shape());
    }
    return Checkpoint.read(folder, zeros, ReadOptions.strict());
  }

  /**
   * The folder, the number of blocks and their width, to read; or to write: the folder, the number
   * of blocks, their width, the number of threads, the bytes of a shard, and anything for a bar.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3) {
      System.out.println(
          read(
              Path.of(arguments[0]),
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2])));
      return;
    }
    ForkJoinPool pool = new ForkJoinPool(Integer.parseInt(arguments[3]));
    WriteOptions options =
        WriteOptions.defaults().pool(pool).maxShardBytes(Long.parseLong(arguments[4]));
    if (arguments.length > 5) {
      options = options.progress(ProgressListener.bar(System.out));
    }
    Lazy model = model(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    System.out.println(Checkpoint.write(Path.of(arguments[0]), model.list(), options));
  }
}
