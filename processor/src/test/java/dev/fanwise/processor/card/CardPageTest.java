package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.json.CardJson;
import dev.fanwise.card.page.CardPage;
import dev.fanwise.card.page.Markup;
import dev.fanwise.processor.harness.Same;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardPageTest {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z0-9]+)((?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*)>");

  private static final Set<String> SINGLE = Set.of("meta", "link", "input");

  private static List<String> models() {
    return Models.all();
  }

  /** The markup without style sheet and script. */
  private static String body(String page) {
    return page.replaceAll("(?s)(<style>).*?(</style>)|(<script>).*?(</script>)", "$1$2$3$4");
  }

  @ParameterizedTest
  @MethodSource("models")
  void isWellFormed(String source) {
    String body = body(CardPage.of(Cards.of(source))).replaceFirst("<!DOCTYPE html>", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(body);
    int end = 0;
    while (tags.find()) {
      assertFalse(body.substring(end, tags.start()).matches("(?s).*[<>].*"), body);
      end = tags.end();
      if (tags.group(1).isEmpty() && !SINGLE.contains(tags.group(2))) {
        open.push(tags.group(2));
      } else if (!tags.group(1).isEmpty()) {
        assertEquals(open.pop(), tags.group(2));
      }
    }
    assertEquals("\n", body.substring(end));
    assertTrue(open.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("models")
  void linksLeadSomewhereAndIdsAreUnique(String source) {
    String body = body(CardPage.of(Cards.of(source)));
    Set<String> ids = new HashSet<>();
    Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(body);
    while (id.find()) {
      assertTrue(ids.add(id.group(1)), id.group(1));
    }
    Matcher link = Pattern.compile(" (?:href|aria-labelledby)=\"([^\"]*)\"").matcher(body);
    while (link.find()) {
      String address = link.group(1);
      boolean isOutside = address.equals("data:,") || address.startsWith("./");
      assertTrue(isOutside || ids.contains(address.replaceFirst("^#", "")), address);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void loadsNothing(String source) {
    String page = CardPage.of(Cards.of(source));
    assertFalse(page.matches("(?s).*(https?:|//[a-z]|@import|url\\(|src=).*"));
    assertEquals(1, page.split("<script").length - 1);
    assertFalse(body(page).matches("(?s).* on[a-z]+=\".*"));
    assertTrue(page.contains("default-src &#39;none&#39;"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void showsTheWholeSource(String source) {
    Card card = Cards.of(source);
    String page = CardPage.of(card);
    Matcher listing = Pattern.compile("(?s)<pre class=\"code\"><code>(.*?)</code>").matcher(page);
    assertTrue(listing.find());
    assertEquals(
        Markup.escaped(card.model().source()),
        listing.group(1).replaceAll("</?(span|a)[^>]*>", ""));
  }

  @Test
  void eachConstantLeadsToItsParameter() {
    Card card =
        Cards.ofFields(
            "@Shape({256, 784}) @XavierInit float[] hidden;",
            "@Shape(256) @ZerosInit float[] hiddenBias;",
            "@Shape({10, 300}) @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01) float[] out;");
    String page = CardPage.of(card);
    assertEquals(Set.of("#p1"), targets(page, "200_704"));
    assertEquals(Set.of("#p1"), targets(page, "0.07595545f"));
    assertEquals(Set.of("#p1"), targets(page, "784"));
    assertEquals(Set.of("#p3"), targets(page, "0.44719124f"));
    assertEquals(Set.of("#p3"), targets(page, "300"));
    assertEquals(Set.of("#p1", "#p2"), targets(page, "256"));
    assertEquals(Set.of("#p2", "#p3"), targets(page, "0f"));
    assertTrue(page.contains("<span id=\"s2\">fillHiddenBias</span>"));
  }

  private static Set<String> targets(String page, String constant) {
    Set<String> targets = new HashSet<>();
    Matcher link =
        Pattern.compile("<a href=\"([^\"]*)\">" + Pattern.quote(constant) + "</a>").matcher(page);
    while (link.find()) {
      targets.add(link.group(1));
    }
    return targets;
  }

  @Test
  void hostileNamesAreShownAndNothingElse() {
    String page = CardPage.of(Cards.of(Models.HOSTILE));
    assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertTrue(page.contains("*/ &quot; onload=&#39;x&#39; &amp; ⟨U+202E⟩"));
    assertTrue(page.contains("<bdi>שלום</bdi>"));
    assertFalse(page.matches("(?s).*[\u202e\u2028\t\u0000].*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-CH", "fr-FR"})
  void hasTheSameBytesInEveryLocale(String tag) {
    Card card = Cards.of(Models.EVERYTHING);
    String page = CardPage.of(card);
    String json = CardJson.of(card);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      Same.text(page, CardPage.of(Cards.of(Models.EVERYTHING)));
      Same.text(json, CardJson.of(Cards.of(Models.EVERYTHING)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void fiveHundredParametersAreNotTooMany() {
    Card card = Cards.of(Models.large(500));
    String page = CardPage.of(card);
    int bytes = page.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 5_000_000, () -> bytes + " bytes");
    assertEquals(
        List.of("block166Weight: std 0.04419 is 0.71 times the ideal 0.0625"),
        card.suspicions().stream().map(Suspicion::text).toList());
    assertTrue(page.contains("<svg class=\"overview\""));
  }

  @Test
  void ofVeryManyLayersTheOddOnesAreNamedInOnePicture() {
    String page = CardPage.of(Cards.of(Models.large(200)));
    Matcher picture = Pattern.compile("(?s)<svg class=\"overview\".*?</svg>").matcher(page);
    assertTrue(picture.find());
    assertEquals(100, picture.group().split("<circle").length - 1);
    assertEquals(1, picture.group().split("<circle class=\"odd\"").length - 1);
    assertTrue(picture.group().contains(">block066Weight 0.71 ×</text></a>"));
    // An image would hide the link in it.
    assertFalse(picture.group().contains("role=\"img\""));
  }

  @Test
  void anotherSeedDrawsOtherBars() {
    String field = "class Net { @Shape({30, 30}) @XavierInit float[] w; }";
    String first = CardPage.of(Cards.of(field, 0));
    String second = CardPage.of(Cards.of(field, 1));
    assertTrue(second.contains("drawn at seed 1"));
    assertFalse(plot(first, "bars").equals(plot(second, "bars")));
  }

  private static String plot(String page, String path) {
    Matcher found = Pattern.compile("<path class=\"" + path + "\" d=\"([^\"]*)\"").matcher(page);
    assertTrue(found.find());
    return found.group(1);
  }

  @Test
  void lettersThatOneCannotSeeAreShownByNumber() {
    assertEquals(
        "a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+D800⟩\ne⟨U+E0001⟩ä😀",
        Markup.escaped("a\u202eb\u200bc\u0000d\ud800\ne\udb40\udc01ä😀"));
  }
}
