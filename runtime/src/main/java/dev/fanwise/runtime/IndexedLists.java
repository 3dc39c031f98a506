package dev.fanwise.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** Lists of models as generated code walks them, which names each by its index. */
public final class IndexedLists {
  private IndexedLists() {}

  /**
   * A list itself, or a copy of one, such as a {@link java.util.LinkedList}, that would walk all
   * the way to each index.
   *
   * @param list the list
   * @param <E> what is in it
   * @return a list with the same elements
   */
  public static <E> List<E> of(List<E> list) {
    return list instanceof RandomAccess ? list : new ArrayList<>(list);
  }
}
