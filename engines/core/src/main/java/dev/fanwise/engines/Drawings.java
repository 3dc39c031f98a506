package dev.fanwise.engines;

import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Likeness;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an engine's parameters are drawn from: rules, applied and checked. */
public final class Drawings {
  private Drawings() {}

  /**
   * Applies rules to all parameters of a model.
   *
   * @param model what it is called in messages, such as {@code the block}
   * @param parameters all parameters, each once
   * @return what is drawn, in the order of the parameters; those that are kept are not in it
   * @throws IllegalArgumentException that tells all that is wrong: weights whose geometry is not
   *     known, a scheme that cannot draw a parameter, a glob that fits no name, streams of one name
   */
  public static List<Drawing> of(
      String model, List<EngineParameter> parameters, long seed, Rules rules) {
    Problems problems = new Problems(model + " cannot be initialised");
    requireUsedGlobs(parameters, rules, problems);
    List<Drawing> drawings = new ArrayList<>();
    Map<String, String> streams = new HashMap<>();
    for (EngineParameter parameter : parameters) {
      try {
        Drawing drawing = of(parameter, seed, rules);
        if (drawing == null) {
          continue;
        }
        drawings.add(drawing);
        String stream = rules.stream(parameter.name());
        String other = streams.put(stream, parameter.name());
        if (other != null) {
          problems.add(
              other
                  + " and "
                  + parameter.name()
                  + " both have the stream "
                  + stream
                  + ": equal shapes would have equal weights. Give them different names in"
                  + " streams(...)");
        }
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    problems.throwIfAny();
    return drawings;
  }

  /**
   * Applies rules to one parameter.
   *
   * @return null if it is kept as it is
   * @throws IllegalArgumentException if it cannot be drawn
   */
  public static Drawing of(EngineParameter declared, long seed, Rules rules) {
    EngineParameter parameter = rules.read(declared);
    Rules.Rule rule = rules.of(parameter);
    Scheme scheme;
    Draws draws;
    try {
      scheme = rule.scheme.apply(parameter);
      if (scheme == null) {
        return null;
      }
      draws = draws(parameter, scheme);
    } catch (IllegalArgumentException e) {
      throw refusal(parameter, e);
    }
    String stream = rules.stream(parameter.name());
    if (stream == null || stream.isEmpty()) {
      throw new IllegalArgumentException(parameter.name() + ": streams(...) gives it no name");
    }
    return new Drawing(parameter, scheme.annotation(), draws, StreamKeys.of(seed, stream));
  }

  private static Draws draws(EngineParameter parameter, Scheme scheme) {
    Geometry geometry = parameter.geometry();
    if (geometry != null && parameter.kind().isWeight()) {
      return geometry.draws(scheme);
    }
    int[] shape = parameter.shape().length == 0 ? new int[] {1} : parameter.shape();
    Fans fans = geometry == null ? null : geometry.fans();
    return scheme.on(fans, shape);
  }

  private static IllegalArgumentException refusal(
      EngineParameter parameter, IllegalArgumentException cause) {
    StringBuilder text = new StringBuilder(parameter.toString());
    text.append(": ");
    if (parameter.geometry() == null && parameter.unreadable() != null) {
      text.append(parameter.unreadable()).append("; ");
    }
    if (parameter.unreadable() == null || !parameter.unreadable().equals(cause.getMessage())) {
      text.append(cause.getMessage()).append("; ");
    }
    if (parameter.geometry() == null) {
      text.append("say how it connects with geometry(\"").append(parameter.name());
      text.append("\", Geometry.outIn(").append(numbers(parameter.shape()));
      text.append(")) or its like, ");
    }
    text.append("take another scheme with names(\"").append(parameter.name());
    text.append("\", ...), or leave it with keep(\"").append(parameter.name()).append("\")");
    return new IllegalArgumentException(text.toString(), cause);
  }

  private static String numbers(int[] shape) {
    StringBuilder text = new StringBuilder();
    for (int dimension : shape) {
      text.append(text.length() == 0 ? "" : ", ").append(dimension);
    }
    return text.toString();
  }

  private static void requireUsedGlobs(
      List<EngineParameter> parameters, Rules rules, Problems problems) {
    List<String> names = new ArrayList<>();
    for (EngineParameter parameter : parameters) {
      names.add(parameter.name());
    }
    Set<String> told = new HashSet<>();
    for (Rules.Rule rule : rules.rules()) {
      if (rule.glob != null) {
        requireUsed(rule.glob, names, told, problems);
      }
    }
    for (Rules.Given given : rules.geometries()) {
      requireUsed(given.glob, names, told, problems);
    }
  }

  private static void requireUsed(
      Glob glob, List<String> names, Set<String> told, Problems problems) {
    for (String name : names) {
      if (glob.fits(name)) {
        return;
      }
    }
    if (told.add(glob.toString())) {
      problems.add(
          "no parameter's name fits \"" + glob + "\"" + Likeness.sentence(glob.toString(), names));
    }
  }

  /** A parameter whose law is not known: it may hold anything. */
  public static ParameterInfo describe(EngineParameter parameter) {
    return Drawing.described(
            ParameterInfo.of(parameter.name(), parameter.shape()).dataType(parameter.dataType()),
            parameter)
        .structured(Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** The descriptions of what is drawn. */
  public static List<ParameterInfo> infos(List<Drawing> drawings) {
    List<ParameterInfo> infos = new ArrayList<>();
    for (Drawing drawing : drawings) {
      infos.add(drawing.info());
    }
    return Collections.unmodifiableList(infos);
  }
}
