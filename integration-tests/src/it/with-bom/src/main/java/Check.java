import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.Arrays;

/** The versions of the BOM are enough. */
final class Check {
  public static void main(String[] arguments) {
    float[] hidden = new float[16 * 8];
    float bound = (float) Math.sqrt(6.0 / (8 + 16));
    Fill.uniform(hidden, 0, hidden.length, Keys.fold(7, Keys.id("hidden")), 0, -bound, bound);
    if (!Arrays.equals(hidden, NetInitializer.initialize(new Net(), 7).hidden)) {
      throw new AssertionError("hidden has other bits");
    }
  }
}
