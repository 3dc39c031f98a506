package dev.fanwise.card.live;

import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Shape;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Arrays;
import java.util.List;

/** A parameter by the description that generated code, or a library, gives of it. */
public final class DescribedParameter {
  private DescribedParameter() {}

  /** What a card is made of. */
  public static Parameter of(ParameterInfo info, Sample sample) {
    Shape shape = shape(info);
    return new Parameter(
        info.name(),
        null,
        null,
        shape,
        info.dataType(),
        info.fanIn() > 0 && info.fanOut() > 0
            ? new Parameter.FanNumbers(info.fanIn(), info.fanOut())
            : null,
        new Parameter.SchemeUse(info.scheme(), List.of(), List.of(), info.isUnitVariance()),
        LawOf.of(info),
        List.of(),
        IntentOf.of(info),
        null,
        sample,
        List.of());
  }

  private static Shape shape(ParameterInfo info) {
    return new Shape(
        Arrays.stream(info.shape()).mapToObj(Integer::toString).toList(),
        info.elements(),
        info.layout(),
        info.connection(),
        Integer.toString(info.groups()),
        List.of(),
        1);
  }
}
