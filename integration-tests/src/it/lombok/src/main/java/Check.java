import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.Arrays;

/** Lombok's methods are there, and the weights have Fanwise's bits. */
final class Check {
  public static void main(String[] arguments) {
    Net net = NetInitializer.initialize(new Net(), 7);

    float[] hidden = new float[16 * 8];
    float bound = (float) Math.sqrt(6.0 / (8 + 16));
    Fill.uniform(hidden, 0, hidden.length, Keys.fold(7, Keys.id("hidden")), 0, -bound, bound);
    require(Arrays.equals(hidden, net.getHidden()), "hidden");

    double[] out = new double[4 * 16];
    double std = Math.sqrt(2.0 / 16);
    Fill.normal(out, 0, out.length, Keys.fold(7, Keys.id("out")), 0, 0, std);
    for (int row = 0; row < 4; row++) {
      double[] expected = Arrays.copyOfRange(out, 16 * row, 16 * row + 16);
      require(Arrays.equals(expected, net.getOut()[row]), "out, row " + row);
    }

    require(Arrays.equals(new float[] {1, 1, 1, 1}, net.getBias()), "bias");

    Net same = NetInitializer.initialize(new Net(), 7);
    require(net.equals(same) && net.hashCode() == same.hashCode(), "equals of Lombok");
    same.setLabel("another");
    require(!net.equals(same), "equals of Lombok after a setter");
  }

  private static void require(boolean as, String what) {
    if (!as) {
      throw new AssertionError(what + " is not as expected");
    }
  }
}
