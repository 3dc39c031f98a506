package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.StreamNames;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Quoted;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.runtime.Keys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;

/** What holds for the streams of a model's fields: each has a name, and no two have the same. */
final class StreamRules {
  private StreamRules() {}

  /**
   * Checks the fields that have streams.
   *
   * @param fields all of them, in the order of the model, inherited ones too
   */
  static void check(List<VariableElement> fields, Report report) {
    // By number, as that is what bits depend on: halves of surrogate pairs all count as "?".
    Map<Long, VariableElement> byId = new HashMap<>();
    for (VariableElement field : fields) {
      String stream = StreamNames.of(field);
      if (stream.isBlank()) {
        report.add(site(field), Problem.STREAM_NAME, name(field));
        continue;
      }
      VariableElement earlier = byId.putIfAbsent(Keys.id(stream), field);
      // Fields of one name hide each other, which ModelRules reports.
      if (earlier != null && !name(earlier).equals(name(field))) {
        report.add(
            site(StreamNames.annotation(field).isPresent() ? field : earlier),
            Problem.STREAM_TAKEN,
            name(earlier),
            name(field),
            Quoted.of(stream));
      }
    }
  }

  private static Site site(VariableElement field) {
    return StreamNames.annotation(field)
        .map(annotation -> Site.of(field, annotation, Mirrors.given(annotation, "value")))
        .orElse(Site.of(field));
  }

  private static String name(VariableElement field) {
    return field.getSimpleName().toString();
  }
}
