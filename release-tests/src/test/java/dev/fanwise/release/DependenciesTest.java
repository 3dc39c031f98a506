package dev.fanwise.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What comes with each artifact, whether its user knows or not: Fanwise's own, and nothing else.
 */
class DependenciesTest {
  private static final Map<String, List<String>> EXPECTED =
      Map.ofEntries(
          Map.entry("fanwise-annotations", List.of()),
          Map.entry("fanwise-runtime", List.of("annotations")),
          Map.entry("fanwise-checkpoint", List.of("runtime")),
          Map.entry("fanwise-adapt", List.of("runtime")),
          Map.entry("fanwise-card", List.of("runtime")),
          // JavaPoet and the card are in its jar.
          Map.entry("fanwise-processor", List.of("runtime")),
          Map.entry("fanwise-engines", List.of("runtime")),
          Map.entry("fanwise-djl", List.of("engines")),
          Map.entry("fanwise-dl4j", List.of("engines")),
          Map.entry("fanwise-tensorflow", List.of("engines")),
          Map.entry("fanwise-spark", List.of("checkpoint")),
          Map.entry("fanwise-bom", List.of()));

  /** The engines and Spark are the user's: their users have them. */
  private static final Map<String, List<String>> PROVIDED =
      Map.of(
          "fanwise-djl", List.of("ai.djl:api"),
          "fanwise-dl4j", List.of("org.deeplearning4j:deeplearning4j-nn", "org.bytedeco:javacpp"),
          "fanwise-tensorflow", List.of("org.tensorflow:tensorflow-framework"),
          "fanwise-spark",
              List.of("org.apache.spark:spark-core_2.13", "org.apache.spark:spark-sql_2.13"));

  @Test
  void nobodyGetsALibraryUnasked() throws Exception {
    Map<String, List<String>> found = new TreeMap<>();
    Map<String, List<String>> provided = new TreeMap<>();
    for (Staged artifact : Staged.all()) {
      List<String> all = artifact.dependencies();
      found.put(artifact.name(), all.stream().filter(one -> !one.endsWith(" provided")).toList());
      List<String> users =
          all.stream()
              .filter(one -> one.endsWith(" provided"))
              .map(one -> one.replaceAll(":[^:]* provided", ""))
              .toList();
      if (!users.isEmpty()) {
        provided.put(artifact.name(), users);
      }
    }
    Map<String, List<String>> expected = new TreeMap<>();
    EXPECTED.forEach(
        (name, own) ->
            expected.put(
                name,
                own.stream()
                    .map(one -> "dev.fanwise:fanwise-" + one + ":" + Staged.VERSION)
                    .toList()));
    assertEquals(expected, found);
    assertEquals(new TreeMap<>(PROVIDED), provided);
  }

  @Test
  void theBomHasTheOtherArtifactsAndNothingElse() throws Exception {
    TreeSet<String> others = new TreeSet<>();
    for (Staged artifact : Staged.all()) {
      if (!artifact.name().equals("fanwise-bom")) {
        others.add("dev.fanwise:" + artifact.name() + ":" + Staged.VERSION);
      }
    }
    assertTrue(others.size() > 10);
    assertEquals(
        others, new TreeSet<>(new Staged("fanwise-bom").dependencies("dependencyManagement")));
  }
}
