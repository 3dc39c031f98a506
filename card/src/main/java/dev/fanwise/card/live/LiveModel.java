package dev.fanwise.card.live;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.model.Model;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;
import java.util.ArrayList;
import java.util.List;

/** The cards of models in memory, and of parameters that are nowhere yet. */
public final class LiveModel {
  /** How many elements of all lazy parameters together are drawn, about. */
  private static final long DRAWN = 1 << 24;

  private static final int FEWEST = 2048;

  /** The largest tensor that is drawn as a whole where part of it cannot be had. */
  private static final long LARGEST = 1 << 20;

  private LiveModel() {}

  /** The card of a model, whose weights are read and not changed. */
  public static Card of(String name, ParameterSource source) {
    List<ParameterCard> cards = new ArrayList<>();
    source.visitParameters(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object weights) {
            // Measured at once: nobody else may hold the array.
            cards.add(ParameterCard.of(cards.size() + 1, parameter(info, sample(info, weights))));
          }
        });
    return card(Origin.LIVE, name, cards);
  }

  /** The card of parameters that are drawn for it, each in part. */
  public static Card of(String name, List<LazyParameter> parameters) {
    int most =
        (int) Math.max(FEWEST, Math.min(Sample.MOST, DRAWN / Math.max(1, parameters.size())));
    List<ParameterCard> cards = new ArrayList<>();
    for (LazyParameter lazy : parameters) {
      cards.add(ParameterCard.of(cards.size() + 1, parameter(lazy.info(), sample(lazy, most))));
    }
    return card(Origin.LAZY, name, cards);
  }

  private static Card card(Origin origin, String name, List<ParameterCard> cards) {
    List<Parameter> parameters = cards.stream().map(ParameterCard::of).toList();
    return Card.of(
        new Model(origin, name, name, null, null, 0, parameters, List.of(), null), cards);
  }

  private static Sample sample(ParameterInfo info, Object weights) {
    if (weights == null) {
      return Sample.none(
          info.isLazy() ? "its field is left null: @Lazy" : "its field is null: nothing is drawn");
    }
    return Sample.whole(WeightValues.of(weights, info.dataType()));
  }

  private static Sample sample(LazyParameter lazy, int most) {
    boolean isWhole = !lazy.hasRanges();
    if (isWhole && lazy.elements() > LARGEST) {
      return Sample.none(
          "its elements cannot be drawn but all together, and that takes too long here");
    }
    int count = (int) Math.min(lazy.elements(), isWhole ? LARGEST : most);
    Object array = draw(lazy, count);
    return new Sample(
        WeightValues.of(array, lazy.info().dataType()), count == lazy.elements(), null);
  }

  private static Object draw(LazyParameter lazy, int count) {
    if (lazy.info().dataType() == DataType.F32) {
      float[] floats = new float[count];
      lazy.draw(0, count, floats, 0);
      return floats;
    }
    if (lazy.info().dataType() == DataType.F64) {
      double[] doubles = new double[count];
      lazy.draw(0, count, doubles, 0);
      return doubles;
    }
    short[] halves = new short[count];
    lazy.draw(0, count, halves, 0);
    return halves;
  }

  private static Parameter parameter(ParameterInfo info, Sample sample) {
    return DescribedParameter.of(info, sample);
  }
}
