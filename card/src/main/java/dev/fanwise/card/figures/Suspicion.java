package dev.fanwise.card.figures;

import java.util.List;

/**
 * Something that is legal but may be a mistake.
 *
 * @param id what it is, for programs
 * @param parameters the numbers of the parameters that it is about
 * @param text what it is, in a sentence
 * @param advice what to make of it
 */
public record Suspicion(Id id, List<Integer> parameters, String text, String advice) {
  /** What there is to be suspicious of. */
  public enum Id {
    /** A standard deviation that is not what the model's activation asks for. */
    GAIN("gain"),
    XAVIER_ON_RELU("xavier-on-relu"),
    ZERO_LAYERS("zero-layers"),
    STD_RANGE("std-range"),
    STREAM_NAMES("stream-names");

    private final String text;

    Id(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public Suspicion {
    parameters = List.copyOf(parameters);
  }
}
