import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.example.app.Net;
import org.example.app.NetInitializer;
import org.example.app.NetWeights;
import org.example.layers.Dense;
import org.example.layers.DenseInitializer;
import org.example.layers.Sibling;
import org.example.layers.SiblingInitializer;

/**
 * Models of one jar with the weights that they inherit from another, each beside a draw by hand.
 */
final class Check {
  private static final long SEED = -3;
  private static final float XAVIER = (float) Math.sqrt(6.0 / (8 + 16));
  private static final float BIAS = (float) (1 / Math.sqrt(8));

  public static void main(String[] arguments) {
    Dense dense = DenseInitializer.initialize(new Dense(), SEED);
    check("Dense.weight", uniform("weight", 16 * 8, XAVIER), dense.weight);
    check("Dense.bias", uniform("bias", 16, BIAS), dense.bias);

    Net net = NetInitializer.initialize(new Net(), SEED);
    check("Net.weight", dense.weight, net.weight);
    check("Net.bias", dense.bias, net.bias);
    check("Net.out", normal("out", 4 * 16, Math.sqrt(2.0 / 16)), NetWeights.out(net));
    check("Net.second", uniform("second", 16, BIAS), NetWeights.second(net));
    checkNames(List.of("weight", "bias", "out", "second"), NetInitializer.parameters());

    Sibling sibling = SiblingInitializer.initialize(new Sibling(), SEED);
    check("Sibling.weight", dense.weight, sibling.weight);
    check("Sibling.own", normal("own", 2 * 4, Math.sqrt(2.0 / 4)), sibling.own());
    check("Sibling.scale", new float[] {1, 1, 1, 1}, sibling.scale);
    double[] guarded = new double[4 * 16];
    double std = Math.sqrt(2.0 / 16);
    Fill.normal(guarded, 0, guarded.length, Keys.fold(SEED, Keys.id("guarded")), 0, 0, std);
    for (int row = 0; row < 4; row++) {
      double[] expected = Arrays.copyOfRange(guarded, 16 * row, 16 * row + 16);
      require(Arrays.equals(expected, sibling.guarded()[row]), "Sibling.guarded, row " + row);
    }
    checkNames(
        List.of("weight", "bias", "guarded", "own", "scale"), SiblingInitializer.parameters());
  }

  private static float[] uniform(String name, int elements, float bound) {
    float[] drawn = new float[elements];
    Fill.uniform(drawn, 0, elements, Keys.fold(SEED, Keys.id(name)), 0, -bound, bound);
    return drawn;
  }

  private static float[] normal(String name, int elements, double std) {
    float[] drawn = new float[elements];
    Fill.normal(drawn, 0, elements, Keys.fold(SEED, Keys.id(name)), 0, 0, (float) std);
    return drawn;
  }

  private static void check(String name, float[] expected, float[] drawn) {
    require(Arrays.equals(expected, drawn), name);
  }

  private static void checkNames(List<String> expected, List<ParameterInfo> parameters) {
    List<String> names = parameters.stream().map(ParameterInfo::name).collect(Collectors.toList());
    require(names.equals(expected), "parameters " + names);
  }

  private static void require(boolean as, String name) {
    if (!as) {
      throw new AssertionError(name + " is not as expected");
    }
  }
}
