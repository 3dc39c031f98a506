package nonnull;

import java.util.Objects;

/** Runs what was compiled with the settings. */
public final class Check {
  private Check() {}

  public static void main(String[] args) {
    Plain plain = new Plain();
    Plain.Part part = new Plain.Part();
    plain.last = part;
    PlainInitializer.initialize(plain, 7);
    float[] head = Objects.requireNonNull(plain.heads.get("edges")).weights;
    if (plain.hidden.length != 12 || part.weights.length != 12 || head[0] == part.weights[0]) {
      throw new AssertionError("not filled");
    }
  }
}
