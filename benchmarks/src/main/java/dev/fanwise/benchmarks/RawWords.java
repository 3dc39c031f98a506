package dev.fanwise.benchmarks;

import dev.fanwise.runtime.Keys;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.function.LongToIntFunction;

/**
 * The 32-bit words behind Fanwise's weights, little-endian and without end, for a statistical test
 * that reads its standard input: what {@code dieharder -g 200}, PractRand's {@code RNG_test
 * stdin32} and TestU01 expect on the processors of today.
 *
 * <p>Its one argument says in what order to take the words:
 *
 * <ul>
 *   <li>{@code parameter}: the elements of one parameter, as a tensor has them
 *   <li>{@code names}: element 0 of 8,192 parameters of one model, then element 1 of each, …
 *   <li>{@code seeds}: the same of one parameter under 8,192 consecutive seeds
 *   <li>{@code elements}: element 0 of {@code blocks[0].weight}, of {@code blocks[1].weight}, …:
 *       the most regular keys there are, as the keys of plain names have gone through SHA-256
 * </ul>
 *
 * Written on the JDK's own generator and the public keys alone, apart from the kernels.
 */
public final class RawWords {
  private static final int KEYS = 8192;
  static final long SEED = 42;

  /** What the generator's state grows by from word to word. */
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private static final int WORDS_AT_A_TIME = 1 << 14;

  private RawWords() {}

  public static void main(String[] args) {
    LongToIntFunction words = args.length == 1 ? stream(args[0]) : null;
    if (words == null) {
      System.err.println("usage: RawWords parameter | names | seeds | elements");
      System.exit(2);
    }
    write(words, new PrintStream(new FileOutputStream(FileDescriptor.out)));
  }

  /** The words of one of the four orders by their index, or null if there is none of that name. */
  static LongToIntFunction stream(String order) {
    long weight = Keys.id("weight");
    long blocks = Keys.fold(SEED, Keys.id("blocks"));
    long key = Keys.fold(SEED, weight);
    return switch (order) {
      case "parameter" -> index -> word(key, index);
      case "names" -> inTurn(i -> Keys.fold(SEED, Keys.id("weight" + i)));
      case "seeds" -> inTurn(i -> Keys.fold(SEED + i, weight));
      case "elements" -> index -> word(Keys.fold(Keys.fold(blocks, index), weight), 0);
      default -> null;
    };
  }

  /** One word of each of 8,192 keys, then the next of each. */
  private static LongToIntFunction inTurn(IntToLongFunction keyAt) {
    long[] keys = new long[KEYS];
    for (int i = 0; i < KEYS; i++) {
      keys[i] = keyAt.applyAsLong(i);
    }
    return index -> word(keys[(int) (index % KEYS)], index / KEYS);
  }

  /**
   * A parameter's word for one 32-bit element: tiles of 1,024 elements, 512 words of 64 bits each.
   */
  static int word(long key, long element) {
    long word =
        new SplittableRandom(key + (element >>> 10 << 9 | element & 511) * GAMMA).nextLong();
    return (int) ((element & 512) == 0 ? word >>> 32 : word);
  }

  /** Writes until the reader has gone, which a print stream notes and does not throw. */
  static void write(LongToIntFunction words, PrintStream to) {
    ByteBuffer bytes =
        ByteBuffer.allocate(WORDS_AT_A_TIME * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long index = 0; !to.checkError(); index += WORDS_AT_A_TIME) {
      for (int i = 0; i < WORDS_AT_A_TIME; i++) {
        bytes.putInt(i * Integer.BYTES, words.applyAsInt(index + i));
      }
      to.write(bytes.array(), 0, bytes.capacity());
    }
  }
}
