package dev.fanwise.processor.generated;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which notes the annotations of Fanwise that it is shown. */
@SupportedAnnotationTypes("dev.fanwise.*")
final class Onlooker extends AbstractProcessor {
  private final Set<String> seen;

  Onlooker(Set<String> seen) {
    this.seen = seen;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.getRootElements().stream()
        .noneMatch(root -> root.toString().endsWith("Initializer"))) {
      annotations.forEach(annotation -> seen.add(annotation.getQualifiedName().toString()));
    }
    return false;
  }
}
