package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.RandomAccess;
import org.junit.jupiter.api.Test;

class IndexedListsTest {
  @Test
  void aListWithIndicesIsItself() {
    for (List<String> list :
        List.of(List.of("a", "b"), new ArrayList<String>(), Arrays.asList("a", null))) {
      assertSame(list, IndexedLists.of(list));
    }
  }

  @Test
  void aLinkedOneIsCopied() {
    List<String> linked = new LinkedList<>(Arrays.asList("a", null, "c"));
    List<String> indexed = IndexedLists.of(linked);
    assertEquals(linked, indexed);
    assertTrue(indexed instanceof RandomAccess);
  }
}
