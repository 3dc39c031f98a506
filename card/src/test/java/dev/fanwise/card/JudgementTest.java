package dev.fanwise.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called suspicious, and what is not. */
class JudgementTest {
  private static List<String> names() {
    return List.copyOf(CommonNetworks.all().keySet());
  }

  private static List<String> about(ModelCard card) {
    return card.suspicions().stream().map(one -> one.id() + " " + one.parameter()).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noFalseAlarm(String network) {
    ModelCard card = CommonNetworks.all().get(network).card();
    assertEquals(List.of(), about(card), card::toString);
    assertTrue(card.toString().startsWith("Nothing is suspicious in Model: "));
  }

  private static Map<String, Scheme> wrong() {
    return Map.of(
        "Xavier", Schemes.xavier(),
        "twice the gain", Schemes.kaiming(FanMode.FAN_IN, Nonlinearity.TANH),
        "a slope", Schemes.kaiming(FanMode.FAN_IN, 0.5, Distribution.NORMAL),
        "the other fan", Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU),
        "a number", Schemes.normal(0, 0.02),
        "very small", Schemes.normal(0, 1e-6),
        "very large", Schemes.normal(0, 10),
        "orthogonal", Schemes.orthogonal(1),
        "zeros", Schemes.zeros(),
        "SIREN", Schemes.siren());
  }

  private static List<String> wrongs() {
    return List.copyOf(wrong().keySet());
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void oneWrongGainInBlockSevenOfTwelve(String name) {
    ModelCard card = CommonNetworks.decoder(7, wrong().get(name)).card();
    assertEquals(1, card.suspicions().size(), card::toString);
    assertEquals("blocks.7.mlp.up", card.suspicions().get(0).parameter());
    assertTrue(card.toString().startsWith("blocks.7.mlp.up: "), card::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"block%d.up", "block%dUp", "h.%d.mlp.w", "stage2.%d.conv1.weight", "layers.%d.w1"})
  void placesAreFoundInNamesOfAllKinds(String pattern) {
    Net net = new Net();
    for (int i = 0; i < 12; i++) {
      Scheme scheme = i == 7 ? Schemes.xavier() : Schemes.kaiming();
      net.add(pattern.formatted(i), scheme, 64, 64);
      net.add(pattern.formatted(i) + "2", Schemes.xavier(), 64, 64);
    }
    assertEquals(List.of("gain " + pattern.formatted(7)), about(net.card()));
  }

  @Test
  void theOutputHasNoVote() {
    Net net =
        new Net()
            .add("first", Schemes.kaiming(), 64, 32)
            .add("second", Schemes.xavier(), 64, 64)
            .add("third", Schemes.kaiming(), 64, 64)
            .add("out", Schemes.xavier(), 10, 64);
    assertEquals(List.of("gain second"), about(net.card()));
    assertEquals(
        "2 of 3 layers have RELU’s gain 1.414. This one has gain 1, for LINEAR.",
        net.card().suspicions().get(0).advice());
  }

  @Test
  void aClassThatIsWrongInItselfIsWrongInAllPlaces() {
    Net net = new Net();
    for (int i = 0; i < 5; i++) {
      for (String name : List.of("first", "second", "third", "fourth")) {
        Scheme scheme = name.equals("third") ? Schemes.xavier() : Schemes.kaiming();
        net.add("blocks." + i + "." + name, scheme, 32, 32);
      }
    }
    net.add("out", Schemes.xavier(), 10, 32);
    ModelCard card = net.card();
    assertEquals(List.of("gain blocks.0.third"), about(card));
    assertEquals(5, card.suspicions().get(0).parameters().size());
  }

  @Test
  void whatFitsIsMeant() {
    Net net = new Net();
    for (int i = 0; i < 6; i++) {
      // Deeper, smaller: on purpose.
      net.add("blocks." + i + ".w", Schemes.normal(0, 0.02 / Math.sqrt(i + 1)), 32, 32);
    }
    assertEquals(List.of(), about(net.card()));
  }

  @Test
  void aNormThatIsNotLikeTheOthers() {
    Net net = new Net();
    for (int i = 0; i < 12; i++) {
      net.add("h." + i + ".norm", i == 7 ? Schemes.constant(0.1) : Schemes.ones(), 64);
    }
    assertEquals(List.of("role h.7.norm"), about(net.card()));
    assertEquals("11 of 12 like it (h.*.norm) are all 1.", net.card().suspicions().get(0).advice());
  }

  @Test
  void shapesThatAreReadInTheOtherOrder() {
    Net net =
        new Net()
            .add("keras", Schemes.kaiming(), 3, 3, 3, 64)
            .add("kerasToo", Schemes.kaiming(), Layout.IO, Connection.FORWARD, 1, 3, 3, 64, 64)
            .add("grouped", Schemes.kaiming(), Layout.OI, Connection.FORWARD, 64, 64, 64, 3, 3)
            .add("dense.weight", Schemes.kaiming(), 64, 3)
            .add("dense.bias", Schemes.zeros(), 63);
    assertEquals(
        List.of("layout keras", "groups grouped", "bias-length dense.bias"), about(net.card()));
  }
}
