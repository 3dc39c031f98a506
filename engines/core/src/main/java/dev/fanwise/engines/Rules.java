package dev.fanwise.engines;

import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which scheme draws which parameters of an engine's model; immutable, each method gives rules of
 * its own.
 *
 * <pre>{@code
 * Rules rules =
 *     Rules.pytorch()
 *         .layers(LayerKind.CONVOLUTION, Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU))
 *         .parameters(ParameterKind.BIAS, Schemes.zeros())
 *         .names("*head*_weight", Schemes.normal(0, 0.02))
 *         .keep("01PtSymbolBlock_*");
 * }</pre>
 *
 * <p>Of all rules that fit a parameter, the last one counts. Names are the engine's; in a glob,
 * {@code *} is any number of characters and {@code ?} is one. A glob that fits no parameter is an
 * error. What training leaves as it is, frozen parameters and running statistics, only {@link
 * #names} and {@link #where} draw.
 */
public final class Rules {
  /** What is said of a parameter. */
  static final class Rule {
    final Predicate<EngineParameter> fits;

    /** Gives null for what is to be kept. */
    final Function<EngineParameter, Scheme> scheme;

    /** Null unless the rule is for names. */
    final Glob glob;

    Rule(Predicate<EngineParameter> fits, Function<EngineParameter, Scheme> scheme, Glob glob) {
      this.fits = fits;
      this.scheme = scheme;
      this.glob = glob;
    }
  }

  /** A geometry that somebody gave. */
  static final class Given {
    final Glob glob;
    final Geometry geometry;

    Given(Glob glob, Geometry geometry) {
      this.glob = glob;
      this.geometry = geometry;
    }
  }

  private final List<Rule> rules;
  private final List<Given> geometries;
  private final UnaryOperator<String> streams;

  private Rules(List<Rule> rules, List<Given> geometries, UnaryOperator<String> streams) {
    this.rules = rules;
    this.geometries = geometries;
    this.streams = streams;
  }

  /**
   * What PyTorch's layers do when they are made, with Fanwise's fans: dense layers and convolutions
   * uniform within ±1/√fan_in, with their biases; embeddings N(0, 1); recurrent layers uniform
   * within ±1/√units; queries, keys and values Xavier, an attention's biases 0; normalisations 1
   * and 0; PReLU 0.25. Layers that are not known have no default.
   */
  public static Rules pytorch() {
    return new Rules(new ArrayList<>(), new ArrayList<>(), name -> name)
        .where(parameter -> true, TorchDefaults::scheme);
  }

  /**
   * One scheme for all weights, tables of embeddings among them, and 0 for biases; the rest as
   * {@link #pytorch}. All Xavier is {@code Rules.weights(Schemes.xavier())}.
   */
  public static Rules weights(Scheme scheme) {
    return pytorch()
        .parameters(ParameterKind.WEIGHT, scheme)
        .parameters(ParameterKind.BIAS, Schemes.zeros());
  }

  /** One scheme for everything, without defaults: for an initialiser that is given one. */
  public static Rules all(Scheme scheme) {
    Objects.requireNonNull(scheme, "scheme");
    return new Rules(new ArrayList<>(), new ArrayList<>(), name -> name)
        .where(parameter -> true, parameter -> scheme);
  }

  /** Sets the scheme of all weights of a kind of layers; of recurrent layers both. */
  public Rules layers(LayerKind layer, Scheme scheme) {
    Objects.requireNonNull(layer, "layer");
    return with(parameter -> parameter.layer() == layer && parameter.kind().isWeight(), scheme);
  }

  /** Sets the scheme of one kind of parameters of a kind of layers. */
  public Rules layers(LayerKind layer, ParameterKind kind, Scheme scheme) {
    Objects.requireNonNull(layer, "layer");
    Predicate<EngineParameter> isOfKind = ofKind(kind);
    return with(parameter -> parameter.layer() == layer && isOfKind.test(parameter), scheme);
  }

  /**
   * Sets the scheme of a kind of parameters in all layers; {@link ParameterKind#WEIGHT} means
   * recurrent weights, too.
   */
  public Rules parameters(ParameterKind kind, Scheme scheme) {
    return with(ofKind(kind), scheme);
  }

  private static Predicate<EngineParameter> ofKind(ParameterKind kind) {
    Objects.requireNonNull(kind, "kind");
    return kind == ParameterKind.WEIGHT
        ? parameter -> parameter.kind().isWeight()
        : parameter -> parameter.kind() == kind;
  }

  /** Sets the scheme of all parameters whose names fit. */
  public Rules names(String glob, Scheme scheme) {
    Objects.requireNonNull(scheme, "scheme");
    Glob names = new Glob(glob);
    return with(new Rule(parameter -> names.fits(parameter.name()), parameter -> scheme, names));
  }

  /** Leaves all parameters as they are whose names fit, such as those that were loaded. */
  public Rules keep(String glob) {
    Glob names = new Glob(glob);
    return with(new Rule(parameter -> names.fits(parameter.name()), parameter -> null, names));
  }

  /**
   * Sets a scheme for each of some parameters.
   *
   * @param which whether the rule is for a parameter
   * @param scheme its scheme, or null to keep what it is
   */
  public Rules where(Predicate<EngineParameter> which, Function<EngineParameter, Scheme> scheme) {
    Objects.requireNonNull(which, "which");
    Objects.requireNonNull(scheme, "scheme");
    return with(new Rule(which, scheme, null));
  }

  /** Says how weights connect that the engine does not tell it of, or tells it falsely. */
  public Rules geometry(String glob, Geometry geometry) {
    Objects.requireNonNull(geometry, "geometry");
    List<Given> more = new ArrayList<>(geometries);
    more.add(new Given(new Glob(glob), geometry));
    return new Rules(rules, more, streams);
  }

  /**
   * Sets the names of streams, for engines whose own names change when a layer is inserted. A
   * name's points are those of a Fanwise model's paths: {@code blocks.3.query} is drawn as a
   * model's {@code query} is that is the fourth of the list {@code blocks}.
   *
   * @param engineToStream the streams' names by the engine's; what is not there has one name
   */
  public Rules streams(Map<String, String> engineToStream) {
    Map<String, String> names = new HashMap<>(engineToStream);
    return streams(name -> names.getOrDefault(name, name));
  }

  /** As the other. */
  public Rules streams(UnaryOperator<String> engineToStream) {
    return new Rules(rules, geometries, Objects.requireNonNull(engineToStream, "engineToStream"));
  }

  private Rules with(Predicate<EngineParameter> fits, Scheme scheme) {
    Objects.requireNonNull(scheme, "scheme");
    return with(
        new Rule(
            parameter -> !parameter.isFrozen() && fits.test(parameter), parameter -> scheme, null));
  }

  private Rules with(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new Rules(more, geometries, streams);
  }

  List<Rule> rules() {
    return rules;
  }

  List<Given> geometries() {
    return geometries;
  }

  /** The name of a parameter's stream. */
  String stream(String name) {
    return streams.apply(name);
  }

  /** The rule that counts; there is always the default. */
  Rule of(EngineParameter parameter) {
    Rule last = rules.get(0);
    for (Rule rule : rules) {
      if (rule.fits.test(parameter)) {
        last = rule;
      }
    }
    return last;
  }

  /** The parameter with the geometry that was given for it, if one was. */
  EngineParameter read(EngineParameter parameter) {
    EngineParameter read = parameter;
    for (Given given : geometries) {
      if (given.glob.fits(parameter.name())) {
        read = parameter.with(given.geometry);
      }
    }
    return read;
  }
}
