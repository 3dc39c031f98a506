import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.Arrays;

/** The README's example has the bits that its Javadoc names, drawn here by hand. */
final class Check {
  public static void main(String[] arguments) {
    Mlp model = MlpInitializer.initialize(new Mlp(), 42L);

    float[] hidden = new float[256 * 784];
    float bound = (float) Math.sqrt(6.0 / (784 + 256));
    Fill.uniform(hidden, 0, hidden.length, Keys.fold(42, Keys.id("hidden")), 0, -bound, bound);
    require(Arrays.equals(hidden, model.hidden), "hidden");

    require(Arrays.equals(new float[256], model.hiddenBias), "hiddenBias");

    float[] out = new float[10 * 256];
    float std = (float) Math.sqrt(2 / (1 + 0.01 * 0.01) / 10);
    Fill.normal(out, 0, out.length, Keys.fold(42, Keys.id("out")), 0, 0, std);
    require(Arrays.equals(out, model.out), "out");
  }

  private static void require(boolean as, String name) {
    if (!as) {
      throw new AssertionError(name + " has other bits");
    }
  }
}
