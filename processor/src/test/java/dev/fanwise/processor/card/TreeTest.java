package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.page.CardPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a class's card shows of what the class holds, and of sizes that an object has. */
class TreeTest {
  private static final String DECODER =
      """
      class Net {
        int width, groups;
        final int heads = 4;
        @Shape(dims = {"width", "8"}) @NormalInit(std = 0.02) float[] embedding;
        @Shape(dims = {"width", "heads", "3", "3"}, groupsOf = "groups") @KaimingInit float[] kernel;
        @Shape(dims = {"heads", "16"}) @XavierInit float[] known;
        @Submodule Block[] blocks;
        @Submodule Block last;
        @Submodule java.util.Map<String, Layer> byName;
      }
      class Block { @Submodule Layer up; @Submodule java.util.List<Block> inner; }
      class Layer { @Shape({64, 32}) @KaimingInit float[] w; }
      """;

  private static ParameterCard find(Card card, String name) {
    return card.parameters().stream().filter(one -> one.name().equals(name)).findFirst().get();
  }

  @Test
  void theWholeTreeIsThere() {
    Card card = Cards.of(DECODER);
    assertEquals(
        List.of("embedding", "kernel", "known", "blocks.*.up.w", "last.up.w", "byName.*.w"),
        card.parameters().stream().map(ParameterCard::name).toList());
    // What is there once is counted: 4 x 16 and 64 x 32.
    assertEquals(64 + 2048, card.elements());
    assertEquals(4, card.unsized());
    assertEquals(2048, find(card, "blocks.*.up.w").elements());
    assertNotNull(find(card, "blocks.*.up.w").measured());
    assertEquals("its seed is known at run time only", find(card, "byName.*.w").undrawn());
    String page = CardPage.of(card);
    assertTrue(page.contains("2,048 each"), page);
    assertTrue(page.contains("of a size or number known at run time"));
  }

  @Test
  void whatIsNotKnownIsAFormula() {
    Card card = Cards.of(DECODER);
    ParameterCard embedding = find(card, "embedding");
    assertEquals("8", embedding.of().fans().inFormula());
    assertEquals("width", embedding.of().fans().outFormula());
    // Its law needs no size, so it has draws.
    assertEquals(1000, embedding.measured().count());
    assertEquals(0.02, embedding.moments().std());
    ParameterCard kernel = find(card, "kernel");
    assertEquals("36", kernel.of().fans().inFormula());
    assertEquals("width · 9 / groups", kernel.of().fans().outFormula());
    assertEquals(-1, kernel.elements());
  }

  @Test
  void constantsAreNumbers() {
    ParameterCard known = find(Cards.of(DECODER), "known");
    assertEquals(List.of("4", "16"), known.of().shape().dimensions());
    assertEquals(64, known.elements());
    assertTrue(known.of().fans().isKnown());
  }

  @Test
  void oneWrongLayerInATreeIsNamed() {
    StringBuilder source = new StringBuilder("class Net {\n");
    for (int i = 1; i <= 12; i++) {
      source.append("@Submodule ").append(i == 7 ? "Other" : "Block").append(" block" + i + ";\n");
    }
    source.append("}\n");
    for (String name : List.of("Block", "Other")) {
      String scheme = name.equals("Other") ? "@XavierInit" : "@KaimingInit";
      source.append(
          "class %s { @Shape({64, 32}) %s float[] up; @Shape({32, 64}) @LecunInit float[] down; }\n"
              .formatted(name, scheme));
    }
    assertEquals(
        List.of("block7.up: std 0.1443 is 0.58 times the ideal 0.25"),
        Cards.of(source.toString()).suspicions().stream().map(Suspicion::text).toList());
  }

  @Test
  void theCompilersDoubtsAreShown() {
    Card card =
        Cards.ofFields(
            "@Shape({3, 3, 3, 64}) @KaimingInit float[] kernel;",
            "@SuppressWarnings(\"fanwise\") @Shape({3, 3, 3, 64}) @KaimingInit float[] meant;");
    assertEquals(
        List.of(Suspicion.Id.LAYOUT), card.suspicions().stream().map(Suspicion::id).toList());
    assertEquals(List.of(1), card.suspicions().get(0).parameters());
  }
}
