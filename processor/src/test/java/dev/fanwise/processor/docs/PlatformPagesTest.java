package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about Android and native images show what lies in the projects. */
class PlatformPagesTest {
  private static final String APP = "platform-tests/android-app/";
  private static final String IMAGE = "integration-tests/src/it/graalvm/";

  private final Page android = new Page("docs/android.md");
  private final Page graalvm = new Page("docs/graalvm.md");

  @Test
  void theModelIsTheApps() {
    String model = android.block("Net.java");
    String file = new Page(APP + "app/src/main/java/org/example/app/Net.java").text();
    assertEquals(file.substring(file.indexOf("final class Net")), model);
  }

  @ParameterizedTest
  @CsvSource({"app/build.gradle.kts, kotlin", "app/proguard-rules.pro, ''"})
  void theSetUpIsTheApps(String file, String language) {
    String shown = android.find("<!-- " + file + " -->\n```" + language + "\n(.*?)```").get(0);
    assertTrue(new Page(APP + file).text().contains(shown), shown);
  }

  @Test
  void thePluginIsTheProjects() {
    String shown = graalvm.find("<!-- pom.xml -->\n```xml\n(.*?)```").get(0);
    assertTrue(new Page(IMAGE + "pom.xml").text().contains(shown.indent(10)), shown);
  }
}
