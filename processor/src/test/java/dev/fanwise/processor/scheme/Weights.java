package dev.fanwise.processor.scheme;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Symbol;
import dev.fanwise.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weights as their annotations describe them: a shape, a scheme, and perhaps a scaling. Of several
 * shapes the first counts, which a bias of a scheme by fan looks at; of several schemes the last.
 */
record Weights(Geometry geometry, Scheme scheme, Optional<Scaling> scaling, List<Written> written) {
  static Weights of(String text) {
    List<Written> written = Written.in(text);
    Written shape = named("Shape", written).orElseThrow();
    Written scheme =
        written.stream()
            .filter(one -> one.name().endsWith("Init"))
            .reduce((first, second) -> second)
            .orElseThrow();
    return new Weights(
        geometry(shape),
        scheme.scheme(),
        named("ResidualScaled", written)
            .map(one -> Scaling.read(one, Dimension.of(one.integer("layers")))),
        List.of(scheme, named("ResidualScaled", written).orElse(scheme)));
  }

  private static Optional<Written> named(String name, List<Written> written) {
    return written.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static Geometry geometry(Written shape) {
    List<String> entries = shape.isGiven("dims") ? shape.texts("dims") : shape.texts("value");
    return new Geometry(
        entries.stream().map(Weights::dimension).toList(),
        shape.constant("layout", Layout.class),
        shape.constant("connection", Connection.class),
        shape.integer("groups"),
        shape.integers("stride"),
        shape.integer("parts"));
  }

  private static Dimension dimension(String entry) {
    return entry.matches("\\d+")
        ? Dimension.of(Integer.parseInt(entry))
        : Dimension.of(new Symbol(entry, false, null));
  }

  /** What scheme and scaling find wrong: member and message. */
  List<String> complaints() {
    List<String> all = new ArrayList<>();
    scheme.check(new Collected(written.get(0), all));
    if (all.isEmpty()) {
      scheme.checkTensor(geometry, new Collected(written.get(0), all));
    }
    scaling.ifPresent(one -> one.check(new Collected(written.get(1), all)));
    return all;
  }

  /** The law, scaled. */
  Resolution resolution() {
    Resolution unscaled = scheme.resolve(geometry);
    return scaling.map(one -> one.apply(unscaled).orElseThrow()).orElse(unscaled);
  }

  private record Collected(Written written, List<String> all) implements Complaints {
    @Override
    public String field() {
      return "w";
    }

    @Override
    public boolean isGiven(String member) {
      return written.isGiven(member);
    }

    @Override
    public void add(String member, Problem problem, Object... details) {
      all.add((member == null ? "" : member + ": ") + problem.message(details));
    }
  }
}
