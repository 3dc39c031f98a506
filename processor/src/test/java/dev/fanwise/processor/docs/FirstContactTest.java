package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the folder first-contact, which {@code first-contact/run} runs. */
class FirstContactTest {
  private static final String FOLDER = "first-contact/";
  private static final int MOST_LINES = 12;

  /** What the scripts' programs print, drawn here by hand. */
  @Test
  void theirWeightsAreThese() {
    float[] hidden = new float[1];
    float bound = (float) Math.sqrt(6.0 / (784 + 256));
    Fill.uniform(hidden, 0, 1, Keys.fold(42, Keys.id("hidden")), 0, -bound, bound);
    float[] out = new float[1];
    float std = (float) Math.sqrt(2 / (1 + 0.01 * 0.01) / 10);
    Fill.normal(out, 0, 1, Keys.fold(42, Keys.id("out")), 0, 0, std);
    String mlp = hidden[0] + " " + 0f + " " + out[0];

    float[] weight = new float[1];
    float units = (float) (1 / Math.sqrt(784));
    Fill.uniform(weight, 0, 1, Keys.fold(42, Keys.id("weight")), 0, -units, units);
    assertEquals(
        "maven " + mlp + "\nkotlin " + mlp + "\njavac " + mlp + "\ndjl " + weight[0] + "\n",
        new Page(FOLDER + "weights.txt").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"maven", "kotlin", "javac", "djl"})
  void theirCodeIsShort(String person) {
    long lines = code(person).lines().filter(line -> !line.isBlank()).count();
    assertTrue(lines > 0 && lines <= MOST_LINES, () -> person + ": " + lines + " lines");
  }

  private static String code(String person) {
    List<String> files =
        new Page(FOLDER + person + ".sh").find("\ncat >\\S+\\.(?:java|kt) <<'END'\n(.*?\n)END\n");
    assertEquals(1, files.size());
    return files.get(0);
  }

  @Test
  void mavensSetUpIsTheReadmes() {
    String setUp = new Page("README.md").find("\nMaven:\n\n```xml\n(.*?)```").get(0).indent(2);
    String pom = new Page(FOLDER + "maven.sh").text();
    String shown = setUp.replaceAll("(?<=<version>)0\\.1\\.0[^<]*", "\\$version");
    assertTrue(pom.contains("<version>1</version>\n\n" + shown + "</project>\n"), shown);
  }

  @Test
  void javacsCommandIsTheReadmes() {
    String command = new Page("README.md").find("\n\n(    javac .*?\n)\n").get(0);
    command = command.replaceAll("(?m)^ {4}", "");
    assertTrue(new Page(FOLDER + "javac.sh").text().contains("\n" + command), command);
  }

  @Test
  void versionsOfOthersAreThoseOfThisBuild() {
    String pom = new Page("pom.xml").text();
    assertEquals("kotlin=" + property(pom, "kotlin"), version("kotlin", "kotlin=\\S+"));
    assertEquals(
        "djl=" + property(pom, "djl") + " pytorch=" + property(pom, "pytorch"),
        version("djl", "djl=\\S+ pytorch=\\S+"));
  }

  private static String property(String pom, String name) {
    String tag = Pattern.quote(name + ".version");
    return Pattern.compile("<" + tag + ">(.*?)</" + tag + ">")
        .matcher(pom)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String version(String person, String pattern) {
    return new Page(FOLDER + person + ".sh").find(pattern).get(0);
  }
}
