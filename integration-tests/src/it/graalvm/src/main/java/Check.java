import org.example.Main;

public class Check {
  public static void main(String[] args) {
    float[] responses = Main.responses(42);
    Main.main(args);
    double meanSquare = 0;
    for (float response : responses) {
      meanSquare += response * response / responses.length;
    }
    // Kaiming: E[h²] = 784·0.5²·2/784 / 2 = 1/4 behind the ReLU; Xavier: 256·2/(256 + 10) of that, about 0.48.
    if (responses.length != 10 || !(meanSquare > 0.1 && meanSquare < 1.5)) {
      throw new AssertionError("mean square " + meanSquare);
    }
  }
}
