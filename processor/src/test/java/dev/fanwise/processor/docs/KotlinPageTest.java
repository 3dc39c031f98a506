package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page shows what {@code mvn verify} builds. */
class KotlinPageTest {
  private static final String PROJECT = "integration-tests/src/it/kotlin/";

  private final Page page = new Page("docs/kotlin.md");

  @Test
  void theModelIsTheProjects() {
    assertEquals(
        new Page(PROJECT + "src/main/kotlin/Net.kt").text(),
        page.find("<!-- Net.kt -->\n```kotlin\n(.*?)```").get(0));
  }

  @Test
  void theSetUpIsTheProjects() {
    List<String> shown = page.find("```xml\n(.*?)```");
    String pom = new Page(PROJECT + "pom.xml").text();
    assertTrue(
        withoutVersions(pom).contains(withoutVersions(shown.get(0).indent(10))),
        "the kapt execution");
    assertTrue(pom.contains(shown.get(1).indent(8)), "the Java compiler's executions");
  }

  private static String withoutVersions(String xml) {
    return xml.replaceAll("<version>[^<]*", "<version>");
  }
}
