import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Attribute;
import weka.core.FastVector;
import weka.core.Instance;
import weka.core.Instances;

/** What Weka's perceptron draws: library, layer, shape, n, mean, std, low, high. */
public class WekaLaws {
  public static void main(String[] args) throws Exception {
    FastVector attributes = new FastVector();
    for (int i = 0; i < 300; i++) {
      attributes.addElement(new Attribute("x" + i));
    }
    FastVector classes = new FastVector();
    for (int i = 0; i < 10; i++) {
      classes.addElement("c" + i);
    }
    attributes.addElement(new Attribute("class", classes));
    Instances data = new Instances("data", attributes, 20);
    data.setClassIndex(300);
    for (int i = 0; i < 20; i++) {
      Instance one = new Instance(301);
      one.setDataset(data);
      for (int j = 0; j < 300; j++) {
        one.setValue(j, j % 20 == i ? 1 : 0);
      }
      one.setValue(300, i % 10);
      data.add(one);
    }
    MultilayerPerceptron net = new MultilayerPerceptron();
    net.setHiddenLayers("100");
    net.setTrainingTime(1);
    net.setLearningRate(1e-300);
    net.setMomentum(0);
    net.buildClassifier(data);
    List<Double> weights = new ArrayList<>();
    List<Double> biases = new ArrayList<>();
    Matcher lines = Pattern.compile("(?m)^ +(Threshold|Attrib \\S+|Node \\d+) +(\\S+)$").matcher(net.toString());
    while (lines.find()) {
      (lines.group(1).equals("Threshold") ? biases : weights).add(Double.valueOf(lines.group(2)));
    }
    line("weights", weights, "300-100-10");
    line("thresholds", biases, "100+10");
  }

  private static void line(String layer, List<Double> x, String shape) {
    double mean = x.stream().mapToDouble(v -> v).average().orElseThrow();
    double std = Math.sqrt(x.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
    System.out.printf(
        "Weka %s | MultilayerPerceptron %s | %s | %d | %.5g | %.5g | %.5g | %.5g%n",
        new weka.core.Version(), layer, shape, x.size(), mean, std,
        x.stream().mapToDouble(v -> v).min().orElseThrow(),
        x.stream().mapToDouble(v -> v).max().orElseThrow());
  }
}
