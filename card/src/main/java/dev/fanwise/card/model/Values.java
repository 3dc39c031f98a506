package dev.fanwise.card.model;

/**
 * Numbers that can be read again and again, though nobody holds all of them as doubles.
 *
 * <p>They are handed out some at a time, so that a model of any size has a card.
 */
public interface Values {
  /** How many there are. */
  long count();

  /** Hands all of them out in order. */
  void read(Chunk chunk);

  /** Receives numbers. */
  @FunctionalInterface
  interface Chunk {
    /**
     * Receives some.
     *
     * @param buffer whose first numbers they are; it is used again
     * @param count how many
     */
    void take(double[] buffer, int count);
  }

  /** The numbers of an array. */
  static Values of(double[] numbers) {
    return new Values() {
      @Override
      public long count() {
        return numbers.length;
      }

      @Override
      public void read(Chunk chunk) {
        chunk.take(numbers, numbers.length);
      }
    };
  }
}
