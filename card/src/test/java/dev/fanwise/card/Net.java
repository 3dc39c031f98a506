package dev.fanwise.card;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;
import dev.fanwise.runtime.Scheme;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model that is put together by hand, as a generated class would hand it out. */
final class Net implements ParameterSource {
  private final Map<String, ParameterInfo> infos = new LinkedHashMap<>();
  private final Map<String, Object> arrays = new LinkedHashMap<>();
  private boolean isDrawn;

  /** The same with arrays that are drawn. */
  Net drawn() {
    isDrawn = true;
    return this;
  }

  /** Adds a parameter. */
  Net add(String name, Scheme scheme, int... shape) {
    return add(name, scheme, Layout.OI, Connection.FORWARD, 1, shape);
  }

  Net add(
      String name, Scheme scheme, Layout layout, Connection connection, int groups, int... shape) {
    ParameterInfo.Builder info =
        ParameterInfo.of(name, shape)
            .scheme(scheme.annotation())
            .layout(layout, connection, groups);
    Draws draws;
    if (shape.length > 1) {
      Fans fans = Fans.of(shape, layout, connection, groups, new int[0], 1);
      info.fans(fans);
      draws = scheme.on(fans, shape);
    } else {
      draws = scheme.on(shape);
    }
    infos.put(name, draws.describe(info));
    if (isDrawn) {
      float[] array = new float[(int) infos.get(name).elements()];
      draws.into(array, 0, array.length, Keys.fold(42, Keys.id(name)), 0);
      arrays.put(name, array);
    }
    return this;
  }

  /** A parameter with a law of its own. */
  Net add(ParameterInfo info, Object weights) {
    infos.put(info.name(), info);
    arrays.put(info.name(), weights);
    return this;
  }

  /** The array of a parameter. */
  float[] array(String name) {
    return (float[]) arrays.get(name);
  }

  @Override
  public void visitParameters(ParameterVisitor visitor) {
    infos.forEach((name, info) -> visitor.visit(info, arrays.get(name)));
  }

  /** The card. */
  ModelCard card() {
    return ModelCard.of(this);
  }
}
