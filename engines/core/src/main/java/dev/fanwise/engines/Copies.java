package dev.fanwise.engines;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Likeness;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Copies between a Fanwise model and an engine's: by name, each number where its input and its
 * output meet, whatever the two orders of memory are. Numbers of one type cross as bits.
 */
public final class Copies {
  /** One parameter of both. */
  private static final class Pair {
    final ParameterInfo info;
    final Object weights;
    final EngineParameter parameter;
    Places places;
    Places enginePlaces;

    Pair(ParameterInfo info, Object weights, EngineParameter parameter) {
      this.info = info;
      this.weights = weights;
      this.parameter = parameter;
    }
  }

  private final boolean isIntoEngine;
  private final CopyOptions options;
  private final Problems problems;
  private final String engineModel;
  private boolean wantsArrays;
  private final Map<String, EngineParameter> parameters = new LinkedHashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  private Copies(
      String engineModel,
      List<EngineParameter> parameters,
      CopyOptions options,
      boolean isIntoEngine) {
    this.engineModel = engineModel;
    this.options = options;
    this.isIntoEngine = isIntoEngine;
    this.problems =
        new Problems(
            isIntoEngine
                ? "the model does not fit " + engineModel
                : engineModel + " does not fit the model");
    for (EngineParameter parameter : parameters) {
      this.parameters.put(parameter.name(), parameter);
    }
  }

  /**
   * Copies a Fanwise model's weights into an engine's parameters.
   *
   * @param engineModel what the engine's model is called in messages, such as {@code the block}
   * @return the engine's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> intoEngine(
      ParameterSource source,
      String engineModel,
      List<EngineParameter> parameters,
      Function<EngineParameter, Storage> storage,
      CopyOptions options) {
    Copies copies = new Copies(engineModel, parameters, options, true);
    copies.match(source, false);
    List<String> written = new ArrayList<>();
    for (Pair pair : copies.pairs) {
      Object array = flat(pair);
      Flat.copy(pair.weights, array, true);
      storage
          .apply(pair.parameter)
          .write(
              turned(
                  array,
                  pair.info.dataType(),
                  pair.places,
                  pair.parameter.dataType(),
                  pair.enginePlaces));
      written.add(pair.parameter.name());
    }
    return written;
  }

  /**
   * Copies an engine's parameters into a Fanwise model's arrays, which are given to it where they
   * are null.
   *
   * @return the model's names of what was written
   * @throws IllegalArgumentException that tells all differences; nothing is written then
   */
  public static List<String> intoModel(
      String engineModel,
      List<EngineParameter> parameters,
      Function<EngineParameter, Storage> storage,
      ParameterSource target,
      CopyOptions options) {
    // Twice: all is checked before an array is given to a field that has none.
    new Copies(engineModel, parameters, options, false).match(target, false);
    Copies copies = new Copies(engineModel, parameters, options, false);
    copies.match(target, true);
    List<String> written = new ArrayList<>();
    for (Pair pair : copies.pairs) {
      Object array = storage.apply(pair.parameter).read();
      Flat.copy(
          pair.weights,
          turned(
              array,
              pair.parameter.dataType(),
              pair.enginePlaces,
              pair.info.dataType(),
              pair.places),
          false);
      written.add(pair.info.name());
    }
    return written;
  }

  private static Object flat(Pair pair) {
    return Drawing.newArray(pair.info.dataType(), Math.toIntExact(pair.info.elements()));
  }

  /** The same numbers in another type and order. */
  private static Object turned(
      Object from, DataType fromType, Places fromPlaces, DataType toType, Places toPlaces) {
    boolean isSameType = fromType == toType;
    if (isSameType && fromPlaces.isSame(toPlaces)) {
      return from;
    }
    Object to = Drawing.newArray(toType, Math.toIntExact(Flat.length(from)));
    if (isSameType && from instanceof short[]) {
      short[] source = (short[]) from;
      short[] target = (short[]) to;
      fromPlaces.walk(toPlaces, (place, other) -> target[other] = source[place]);
    } else if (isSameType && from instanceof float[]) {
      float[] source = (float[]) from;
      float[] target = (float[]) to;
      fromPlaces.walk(toPlaces, (place, other) -> target[other] = source[place]);
    } else {
      fromPlaces.walk(
          toPlaces, (place, other) -> Flat.set(to, toType, other, Flat.get(from, fromType, place)));
    }
    return to;
  }

  private void match(ParameterSource source, boolean wanted) {
    wantsArrays = wanted;
    Set<String> met = new LinkedHashSet<>();
    Set<String> modelNames = new LinkedHashSet<>();
    List<ParameterInfo> alone = new ArrayList<>();
    source.visitParameters(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object weights) {
            modelNames.add(info.name());
            String name = options.engineName(info.name());
            EngineParameter parameter = parameters.get(name);
            if (parameter == null) {
              alone.add(info);
            } else if (!met.add(name)) {
              problems.add("two parameters of the model are " + name + " of " + engineModel);
            } else {
              compare(new Pair(info, weights, parameter));
            }
          }

          @Override
          public boolean wantsArrays() {
            return wantsArrays;
          }
        });
    Set<String> rest = new LinkedHashSet<>(parameters.keySet());
    rest.removeAll(met);
    addUnknownNames(modelNames);
    addAlone(alone, rest);
    addRest(rest, alone);
    problems.throwIfAny();
  }

  private void addUnknownNames(Set<String> modelNames) {
    for (Map.Entry<String, String> name : options.names().entrySet()) {
      if (!modelNames.contains(name.getKey())) {
        problems.add(
            "names has "
                + name.getKey()
                + ", which the model has not"
                + Likeness.sentence(name.getKey(), modelNames));
      }
    }
  }

  private void addAlone(List<ParameterInfo> alone, Set<String> rest) {
    boolean isAllowed = isIntoEngine ? options.ignoresExtra() : options.allowsMissing();
    if (isAllowed) {
      return;
    }
    for (ParameterInfo info : alone) {
      String name = options.engineName(info.name());
      String called = name.equals(info.name()) ? "" : " (" + name + " by names)";
      problems.add(
          info.name()
              + called
              + " is in the model, but not in "
              + engineModel
              + Likeness.sentence(name, rest));
    }
  }

  private void addRest(Set<String> rest, List<ParameterInfo> alone) {
    boolean isAllowed = isIntoEngine ? options.allowsMissing() : options.ignoresExtra();
    List<String> names = new ArrayList<>();
    for (ParameterInfo info : alone) {
      names.add(info.name());
    }
    for (String name : rest) {
      if (!isAllowed && parameters.get(name).kind() != ParameterKind.RUNNING_STATISTIC) {
        problems.add(
            name
                + " is in "
                + engineModel
                + ", but not in the model"
                + Likeness.sentence(name, names));
      }
    }
  }

  private void compare(Pair pair) {
    pairs.add(pair);
    String name = pair.info.name();
    EngineParameter parameter = pair.parameter;
    boolean isMissing = pair.weights == null && (isIntoEngine || wantsArrays || pair.info.isLazy());
    if (isMissing) {
      problems.add(name + " of the model is null, so that there is nothing to copy");
    } else if (pair.weights != null && Flat.length(pair.weights) != pair.info.elements()) {
      problems.add(
          name
              + " of the model has not the "
              + pair.info.elements()
              + " elements of its shape "
              + Arrays.toString(pair.info.shape()));
    }
    DataType from = isIntoEngine ? pair.info.dataType() : parameter.dataType();
    DataType to = isIntoEngine ? parameter.dataType() : pair.info.dataType();
    if (!isWidening(from, to) && !options.narrows()) {
      problems.add(
          name + " is " + from + ", and " + to + " holds less: CopyOptions.narrow() rounds");
    }
    place(pair);
  }

  private static boolean isWidening(DataType from, DataType to) {
    return from == to || to == DataType.F64 || to == DataType.F32 && from.bytes() == 2;
  }

  /** Finds where inputs and outputs meet on both sides. */
  private void place(Pair pair) {
    int[] shape = pair.info.shape();
    Geometry geometry = pair.parameter.geometry();
    boolean isWeight = pair.parameter.kind().isWeight() && geometry != null;
    if (!isWeight || shape.length < 2) {
      int[] engineShape = pair.parameter.shape();
      boolean isOne = pair.info.elements() == 1 && pair.parameter.elements() == 1;
      if (!isOne && !Arrays.equals(shape, engineShape)) {
        problems.add(shapes(pair));
      }
      pair.places = Places.linear(pair.info.elements());
      pair.enginePlaces = Places.linear(pair.info.elements());
      return;
    }
    Geometry own =
        Geometry.of(
            shape, pair.info.layout(), pair.info.connection(), pair.info.groups(), new int[0], 1);
    pair.places = own.places();
    pair.enginePlaces = geometry.places();
    boolean isTransposed = own.connection() == Connection.TRANSPOSED;
    boolean isSameWay = isTransposed == (geometry.connection() == Connection.TRANSPOSED);
    if (!isSameWay
        || !pair.places.hasSizesOf(pair.enginePlaces)
        || !Arrays.equals(own.kernel(), geometry.kernel())) {
      problems.add(shapes(pair));
    }
  }

  private String shapes(Pair pair) {
    ParameterInfo info = pair.info;
    StringBuilder text = new StringBuilder(info.name());
    text.append(" is ").append(Arrays.toString(info.shape()));
    text.append(connection(info.layout(), info.connection(), info.groups(), info.shape().length));
    text.append(" in the model, and ").append(pair.parameter.name()).append(" is ");
    text.append(Arrays.toString(pair.parameter.shape()));
    Geometry geometry = pair.parameter.geometry();
    if (geometry != null && pair.parameter.kind().isWeight()) {
      text.append(
          connection(
              geometry.layout(),
              geometry.connection(),
              geometry.groups(),
              geometry.shape().length));
    }
    return text.append(" in ").append(engineModel).toString();
  }

  private static String connection(Layout layout, Connection connection, int groups, int rank) {
    if (rank < 2) {
      return "";
    }
    return " (layout "
        + layout
        + ", "
        + connection
        + (groups > 1 ? ", groups " + groups : "")
        + ")";
  }
}
