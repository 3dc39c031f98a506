import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is in the jars and POMs that are published. */
final class Check {
  private static final int JAVA_11 = 55;
  private static final int JAVA_17 = 61;

  public static void main(String[] arguments) throws Exception {
    Artifact annotations = new Artifact("annotations");
    Artifact runtime = new Artifact("runtime");
    Artifact processor = new Artifact("processor");

    classesAre(annotations, "dev/fanwise/[^/]*|module-info[.]class", JAVA_11);
    classesAre(runtime, "dev/fanwise/runtime/[^/]*|module-info[.]class", JAVA_11);
    classesAre(processor, "dev/fanwise/processor/.*|module-info[.]class", JAVA_17);
    List<Artifact> all = new ArrayList<>(List.of(annotations, runtime, processor));
    for (String name : List.of("checkpoint", "adapt", "engines", "djl", "dl4j", "tensorflow")) {
      all.add(new Artifact(name));
      classesAre(all.get(all.size() - 1), "dev/fanwise/" + name + "/[^/]*|module-info[.]class", JAVA_11);
    }
    for (String name : List.of("card", "spark")) {
      all.add(new Artifact(name));
      classesAre(all.get(all.size() - 1), "dev/fanwise/" + name + "/.*|module-info[.]class", JAVA_17);
    }
    for (Artifact artifact : all) {
      require(false, artifact.hasParent(), "a parent of the POM of " + artifact.jar());
      require(
          true,
          text(artifact, "META-INF/LICENSE").startsWith("Apache License\n"),
          "the licence in " + artifact.jar());
    }
    Dependencies.check(all);
    ArtifactsPage.check(all);

    require(
        List.of(),
        processor.files().stream().filter(name -> name.endsWith("pom.xml")).collect(Collectors.toList()),
        "POMs in the processor's jar");

    for (String name : processor.classes()) {
      String text = new String(processor.bytes(name), StandardCharsets.ISO_8859_1);
      require(false, text.matches("(?s).*com.palantir.*"), name + " speaks of com.palantir");
    }

    ProcessorPaths.check(annotations, runtime, processor);
    require(
        "dev.fanwise.processor.FanwiseProcessor,isolating",
        text(processor, "META-INF/gradle/incremental.annotation.processors"),
        "Gradle's metadata");
    require(
        "dev.fanwise.processor.FanwiseProcessor",
        text(processor, "META-INF/services/javax.annotation.processing.Processor"),
        "the compiler's metadata");
    keptInClassFiles(annotations);
  }

  /** Gradle's incremental processing sees no annotation that is dropped with the source. */
  private static void keptInClassFiles(Artifact annotations) throws Exception {
    int seen = 0;
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {annotations.jar().toUri().toURL()})) {
      for (String file : annotations.classes()) {
        if (file.endsWith("-info.class")) {
          continue;
        }
        Class<?> type = loader.loadClass(file.replace(".class", "").replace('/', '.'));
        if (type.isAnnotation()) {
          require(
              RetentionPolicy.CLASS,
              type.getAnnotation(Retention.class).value(),
              "retention of " + type);
          seen++;
        }
      }
    }
    require(true, seen > 20, "annotations seen: " + seen);
  }

  private static void classesAre(Artifact artifact, String pattern, int version) {
    List<String> foreign =
        artifact.classes().stream()
            .filter(name -> !name.matches(pattern))
            .collect(Collectors.toList());
    require(List.of(), foreign, "foreign classes in " + artifact.jar());
    require(true, artifact.classes().size() > 5, "classes in " + artifact.jar());
    for (String name : artifact.classes()) {
      require(version, (int) artifact.bytes(name)[7], "class file version of " + name);
    }
  }

  private static String text(Artifact artifact, String file) {
    return new String(artifact.bytes(file), StandardCharsets.UTF_8).strip();
  }

  private static void require(Object expected, Object found, String what) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + ": " + found + " instead of " + expected);
    }
  }
}
