package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ModelPathTest {
  private final Object model = new Object();
  private final ModelPath root = ModelPath.of("Gpt", model);

  @Test
  void namesTheWay() {
    ModelPath path = root.field("blocks").element(3).field("experts").entry("deep");
    assertEquals("Gpt.blocks[3].experts[\"deep\"]", path.toString());
    assertEquals(path.toString().length(), path.length());
    assertEquals('G', path.charAt(0));
    assertEquals('.', path.charAt(3));
    assertEquals("blocks", path.subSequence(4, 10).toString());
  }

  @Test
  void isKeptByTheInitialisersOnTheWay() {
    ModelPath path = root.field("head");
    assertSame(path, ModelPath.of(path, new Object()));
    assertSame(path, path.to(new Object()));
    assertSame(path, path.required(new Object()));
  }

  @Test
  void everyRootBeginsAnew() {
    Object shared = new Object();
    root.field("head").to(shared);
    ModelPath other = ModelPath.of("Gpt", model);
    assertNotSame(root, other);
    other.field("head").to(shared);
  }

  @Test
  void refusesWhatIsMissing() {
    String rule = " is null: create it before the model is initialised";
    assertIllegal("Gpt.head" + rule, () -> root.field("head").to(null));
    assertIllegal("Gpt.blocks" + rule, () -> root.field("blocks").required(null));
    assertIllegal(
        "Gpt.experts has a null key, which gives no stream",
        () -> root.field("experts").entry(null));
  }

  @Test
  void refusesWhatWasMetBefore() {
    Object shared = new Object();
    String rule =
        ": it would be initialised twice, or hold itself; leave @Submodule out of one of the two"
            + " fields";
    root.field("blocks").element(0).to(shared);
    assertIllegal(
        "Gpt.blocks[1] is the same object as Gpt.blocks[0]" + rule,
        () -> root.field("blocks").element(1).to(shared));
    assertIllegal("Gpt.self is the same object as Gpt" + rule, () -> root.field("self").to(model));
  }

  @Test
  void equalObjectsAreNotTheSame() {
    root.field("a").to(new String("equal"));
    root.field("b").to(new String("equal"));
  }
}
