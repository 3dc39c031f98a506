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
  /** What there is to be suspicious of, the most serious first. */
  public enum Id {
    /** Elements that are infinite or no number. */
    NON_FINITE("non-finite"),
    /** Elements that are all 0, where the law says otherwise. */
    NOT_DRAWN("not-drawn"),
    /** A standard deviation that is not what layers like it, or the model's activation, have. */
    GAIN("gain"),
    /** Another law than those of the same role have. */
    ROLE("role"),
    /** Elements that are not as drawn, where nearly all others are. */
    CHANGED("changed"),
    /** Consecutive layers of zeros. */
    ZERO_LAYERS("zero-layers"),
    /** A shape that looks as if it was meant in the other layout. */
    LAYOUT("layout"),
    /** Channels that look as if they were not divided by the groups. */
    GROUPS("groups"),
    /** A bias that has not as many elements as its layer has outputs. */
    BIAS_LENGTH("bias-length"),
    /** Xavier's scheme for an activation that its derivation is not for. */
    XAVIER_ON_RELU("xavier-on-relu"),
    /** A very small or very large standard deviation. */
    STD_RANGE("std-range"),
    /** One name of a stream in two classes. */
    STREAM_NAMES("stream-names");

    private final String text;

    Id(String text) {
      this.text = text;
    }

    /** As files have it. */
    public String text() {
      return text;
    }
  }

  /** Whether another says the same of the same parameters. */
  boolean isSame(Suspicion other) {
    return id == other.id && parameters.equals(other.parameters) && text.equals(other.text);
  }

  public Suspicion {
    parameters = List.copyOf(parameters);
  }
}
