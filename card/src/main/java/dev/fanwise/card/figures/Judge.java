package dev.fanwise.card.figures;

import dev.fanwise.Nonlinearity;
import dev.fanwise.card.model.Intent;
import dev.fanwise.runtime.Gains;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures layers: first those of one role against each other, as the twelve {@code
 * blocks.*.mlp.up}; then all that is left, and of each role one layer, against the gain of the
 * activation that most of the model's layers are for.
 */
final class Judge {
  /** How far off a gain that its author wrote must be where no activation is that of most. */
  private static final double WRITTEN_TOLERANCE = 1.5;

  /** A role is wrong in all places only where so many other roles are for an activation. */
  private static final int FEWEST_OF_ROLES = 3;

  private final List<Layer> layers;
  private final Set<Integer> outputs;
  private final Map<Integer, Verdict> verdicts = new HashMap<>();

  /** One layer of each role whose layers agree, and all of them. */
  private final Map<Layer, List<Layer>> roles = new LinkedHashMap<>();

  private final Set<Integer> undecided = new HashSet<>();
  private final Reference reference;

  Judge(List<ParameterCard> parameters) {
    this.layers = parameters.stream().map(Layer::of).flatMap(Optional::stream).toList();
    this.outputs = Outputs.of(layers);
    for (int level = 0; level < 3; level++) {
      judgeRoles(level);
    }
    List<Layer> units = new ArrayList<>(roles.keySet());
    layers.stream().filter(one -> !isJudged(one)).forEach(units::add);
    List<Layer> voters = units.stream().filter(this::hasVote).toList();
    // Where all are outputs they speak for themselves.
    this.reference =
        Reference.of(voters.isEmpty() ? units.stream().filter(Judge::isCounted).toList() : voters);
    units.forEach(this::judgeUnit);
  }

  /** What the model's layers are measured against, but those that are measured by their role. */
  Reference reference() {
    return reference;
  }

  /** The verdict on a parameter, or null. */
  Verdict verdict(ParameterCard one) {
    return verdicts.get(one.number());
  }

  private boolean isJudged(Layer layer) {
    return verdicts.containsKey(layer.of().number());
  }

  private boolean isOutput(Layer layer) {
    return outputs.contains(layer.of().number());
  }

  private void judgeRoles(int level) {
    Map<String, List<Layer>> groups = new LinkedHashMap<>();
    for (Layer layer : layers) {
      if (isOpen(layer)) {
        String role = Roles.of(layer.of().name()).get(level);
        groups.computeIfAbsent(role, any -> new ArrayList<>()).add(layer);
      }
    }
    groups.forEach(this::judgeRole);
  }

  private void judgeRole(String role, List<Layer> group) {
    Map<List<String>, List<Layer>> shapes = new LinkedHashMap<>();
    for (Layer layer : group) {
      shapes.computeIfAbsent(shape(layer), any -> new ArrayList<>()).add(layer);
    }
    // Of one shape they compare whatever their schemes count by.
    shapes.values().forEach(alike -> judge(role, alike, false));
    List<Layer> others = group.stream().filter(this::isOpen).toList();
    long counted = others.stream().filter(one -> one.basis() == Intent.Basis.COUNTED).count();
    long written = others.stream().filter(one -> one.basis() == Intent.Basis.WRITTEN).count();
    if (2 * counted > others.size()) {
      judge(role, others.stream().filter(Layer::hasGain).toList(), true);
    } else if (2 * written > others.size()) {
      judge(role, others, false);
    }
  }

  private boolean isOpen(Layer layer) {
    return !isJudged(layer) && !undecided.contains(layer.of().number());
  }

  private static List<String> shape(Layer layer) {
    return layer.of().of().shape().dimensions();
  }

  private void judge(String role, List<Layer> group, boolean byGain) {
    List<Layer> voters = group.stream().filter(one -> !isForeign(one, group)).toList();
    if (voters.size() < Peers.FEWEST) {
      return;
    }
    Peers peers = Peers.of(role, voters, byGain);
    if (!peers.agree()) {
      // They differ on purpose.
      group.forEach(layer -> undecided.add(layer.of().number()));
      return;
    }
    List<Layer> alike = new ArrayList<>();
    for (Layer layer : group) {
      double ideal = peers.stdFor(layer);
      double ratio = layer.std() / ideal;
      Verdict.Kind kind = kind(layer, ratio, peers, group);
      put(
          layer,
          new Verdict(
              kind, layer.activation(), gain(layer), ideal, ratio, true, peers.ground(layer)));
      if (kind == Verdict.Kind.ON_LINE) {
        alike.add(layer);
      }
    }
    roles.put(alike.get(0), alike);
  }

  /** An output that has not the shape of its role, the last of a list of layers. */
  private boolean isForeign(Layer layer, List<Layer> group) {
    long alike = group.stream().filter(one -> shape(one).equals(shape(layer))).count();
    return isOutput(layer) && alike < Peers.FEWEST;
  }

  private Verdict.Kind kind(Layer layer, double ratio, Peers peers, List<Layer> group) {
    if (Reference.isNear(ratio)) {
      return Verdict.Kind.ON_LINE;
    }
    if (isForeign(layer, group) && isModest(layer, peers.byGain() ? peers.common() : 1)) {
      return Verdict.Kind.OUTPUT;
    }
    // Fully connected layers one after the other may be for different activations.
    boolean isLinear = "LINEAR".equals(peers.activation());
    boolean isMeant = isLinear && layer.isOutspoken() && layer.isConsistent();
    return Roles.isSequence(peers.role()) && isMeant ? Verdict.Kind.UNKNOWN : Verdict.Kind.ODD;
  }

  private static double gain(Layer layer) {
    return layer.hasGain() || layer.basis() == Intent.Basis.GUESSED
        ? layer.actualGain()
        : Double.NaN;
  }

  /** Outputs may well be small, but not large. */
  private static boolean isModest(Layer layer, double gain) {
    return layer.actualGain() <= Math.max(1, gain) * Reference.TOLERANCE;
  }

  private boolean hasVote(Layer layer) {
    return isCounted(layer) && !isOutput(layer) && !Roles.isOwnMatter(layer.of().name());
  }

  private static boolean isCounted(Layer layer) {
    return layer.basis() == Intent.Basis.COUNTED;
  }

  private void judgeUnit(Layer layer) {
    if (layer.basis() == Intent.Basis.OWN) {
      return;
    }
    double ideal = layer.stdOf(reference.gainFor(layer));
    double ratio = layer.std() / ideal;
    Verdict.Kind kind = kind(layer, ratio);
    List<Layer> others = roles.get(layer);
    if (others == null) {
      put(
          layer,
          new Verdict(kind, layer.activation(), gain(layer), ideal, ratio, false, ground(layer)));
    } else if (kind == Verdict.Kind.ODD && reference.votes() >= FEWEST_OF_ROLES) {
      for (Layer other : others) {
        double own = other.stdOf(reference.gainFor(other));
        put(
            other,
            new Verdict(
                kind,
                other.activation(),
                gain(other),
                own,
                other.std() / own,
                false,
                ground(other)));
      }
    }
  }

  private Verdict.Kind kind(Layer layer, double ratio) {
    if (Reference.isNear(ratio) && layer.hasGain()) {
      return Verdict.Kind.ON_LINE;
    }
    boolean isUndecided = undecided.contains(layer.of().number());
    if (isUndecided
        || layer.basis() != Intent.Basis.COUNTED
        || Roles.isOwnMatter(layer.of().name())) {
      return Verdict.Kind.UNKNOWN;
    }
    if (isOutput(layer) && isModest(layer, reference.gainFor(layer))) {
      return Verdict.Kind.OUTPUT;
    }
    boolean isMeant = layer.isConsistent();
    boolean isOdd =
        switch (reference.kind()) {
          case MAJORITY ->
              reference.votes() > 1
                  && !(isMeant && layer.isOutspoken() && reference.activation().equals("LINEAR"));
          case COMMON -> !isMeant;
          case OWN -> layer.activation() != null && !isMeant && isFarOff(layer, ratio);
          case LINEAR -> false;
        };
    return isOdd ? Verdict.Kind.ODD : Verdict.Kind.UNKNOWN;
  }

  /** A gain that is none of an activation's, and not near 1 either. */
  private static boolean isFarOff(Layer layer, double ratio) {
    for (Nonlinearity nonlinearity : Nonlinearity.values()) {
      if (Reference.isNear(layer.actualGain() / Gains.of(nonlinearity, 0))) {
        return false;
      }
    }
    return Math.max(ratio, 1 / ratio) > WRITTEN_TOLERANCE;
  }

  private String ground(Layer layer) {
    String own = "This one has gain " + Figures.brief(layer.actualGain());
    boolean isOther =
        layer.activation() != null && !layer.activation().equals(reference.activation());
    return switch (reference.kind()) {
      case MAJORITY ->
          reference.votes()
              + " of "
              + reference.voters()
              + " layers have "
              + reference.activation()
              + "’s gain "
              + Figures.brief(reference.gain())
              + ". "
              + own
              + (isOther ? ", for " + layer.activation() + "." : ".");
      case COMMON ->
          reference.votes()
              + " of "
              + reference.voters()
              + " layers have gain "
              + Figures.brief(reference.gain())
              + ". "
              + own
              + ".";
      default -> own + ", and " + layer.activation() + " asks for another.";
    };
  }

  private void put(Layer layer, Verdict verdict) {
    verdicts.put(layer.of().number(), verdict);
  }
}
