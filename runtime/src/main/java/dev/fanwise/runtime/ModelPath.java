package dev.fanwise.runtime;

import java.util.IdentityHashMap;

/**
 * The way from a model to one of the models that it holds, such as {@code Gpt.blocks[3].mlp}; its
 * text names the latter in messages.
 *
 * <p>All paths from one model know the objects that were met, since one that is met twice would be
 * initialised twice, and one that holds itself without end; and the memory of all weights, since
 * those that share some would overwrite each other.
 */
public final class ModelPath implements CharSequence {
  private final CharSequence text;

  /** Where each model was met. */
  private final IdentityHashMap<Object, CharSequence> met;

  /** The claims of memory, or null if no array is looked at. */
  private final IdentityHashMap<Object, Object> taken;

  private ModelPath(
      CharSequence text,
      IdentityHashMap<Object, CharSequence> met,
      IdentityHashMap<Object, Object> taken) {
    this.text = text;
    this.met = met;
    this.taken = taken;
  }

  /**
   * The path of a model: the given one if it comes from a model that holds this one.
   *
   * @param path a path, or the name of the model where the path begins
   * @param model the model
   * @throws IllegalArgumentException if there is no model
   */
  public static ModelPath of(CharSequence path, Object model) {
    if (path instanceof ModelPath) {
      return (ModelPath) path;
    }
    return root(path, model, new IdentityHashMap<>());
  }

  /**
   * The path of a model that is listed or visited: shapes and submodules are checked, and no array,
   * since none is written to.
   *
   * @param name the name of the model where the path begins
   * @param model the model
   */
  public static ModelPath ofVisit(String name, Object model) {
    return root(name, model, null);
  }

  private static ModelPath root(
      CharSequence name, Object model, IdentityHashMap<Object, Object> taken) {
    Checks.model(name, model);
    ModelPath root = new ModelPath(name, new IdentityHashMap<>(), taken);
    root.met.put(model, name);
    return root;
  }

  /** Whether a model's arrays are checked, too. */
  static boolean hasArrays(CharSequence path) {
    // A string before all: whether it is a path can be asked only of a class that is loaded.
    return path instanceof String
        || !(path instanceof ModelPath)
        || ((ModelPath) path).taken != null;
  }

  /** Takes the memory of a weight of the model at the end of this path; see {@link Claim}. */
  void take(String field, Object weights) {
    if (taken != null) {
      Claim.take(taken, text, field, weights);
    }
  }

  /** The path of what a field holds: a model, or an array, list or map of models. */
  public ModelPath field(String name) {
    return new ModelPath(text + "." + name, met, taken);
  }

  /** The path of an element of an array or list. */
  public ModelPath element(int index) {
    return new ModelPath(text + "[" + index + "]", met, taken);
  }

  /** The path of a map's value. */
  public ModelPath entry(String key) {
    if (key == null) {
      throw new IllegalArgumentException(text + " has a null key, which gives no stream");
    }
    return new ModelPath(text + "[\"" + key + "\"]", met, taken);
  }

  /**
   * This path, for a model that was found at its end.
   *
   * @throws IllegalArgumentException if it is null, or if it was met before
   */
  public ModelPath to(Object model) {
    required(model);
    CharSequence earlier = met.put(model, text);
    if (earlier != null) {
      throw new IllegalArgumentException(
          text
              + " is the same object as "
              + earlier
              + ": it would be initialised twice, or hold itself; leave @Submodule out of one of"
              + " the two fields");
    }
    return this;
  }

  /**
   * This path, for an array, list or map that was found at its end.
   *
   * @throws IllegalArgumentException if it is null
   */
  public ModelPath required(Object object) {
    if (object == null) {
      throw new IllegalArgumentException(
          text + " is null: create it before the model is initialised");
    }
    return this;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
