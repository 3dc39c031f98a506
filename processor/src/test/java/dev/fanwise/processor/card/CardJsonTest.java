package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.fanwise.card.json.CardJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardJsonTest {
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try {
      String text = Files.readString(Path.of("../docs/schema/model-card-1.schema.json"));
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> models() {
    return Models.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void goesByTheSchema(String source) {
    String json = CardJson.of(Cards.of(source));
    assertEquals(Set.of(), SCHEMA.validate(json, InputFormat.JSON));
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(json));
    assertTrue(json.endsWith("}\n"));
  }

  @Test
  void theSchemaKnowsWhatIsWrong() {
    String json = CardJson.of(Cards.of(Models.EVERYTHING));
    for (String wrong :
        List.of(
            json.replaceFirst("\"version\": 1", "\"version\": 2"),
            json.replaceFirst("\"fanIn\": 32,", ""),
            json.replaceFirst("\"type\": \"F32\"", "\"type\": \"float\""),
            json.replaceFirst("\"count\": 2048", "\"count\": 0"),
            json.replaceFirst("\"0x", "\"0X"))) {
      assertFalse(wrong.equals(json));
      assertEquals(1, SCHEMA.validate(wrong, InputFormat.JSON).size(), wrong);
    }
  }

  /** Of weights whose size is known, though not all of their numbers. */
  @Test
  void namesGroupsThatTheModelHas() {
    String source =
        "class Net { int groups, depth; @Shape(value = {8, 4, 3}, groupsOf = \"groups\") @XavierInit"
            + " float[] w; @Shape({8, 4}) @NormalInit @ResidualScaled(layersOf = \"depth\", rule ="
            + " ResidualRule.GPT2) float[] v; }";
    assertEquals(Set.of(), SCHEMA.validate(CardJson.of(Cards.of(source)), InputFormat.JSON));
    JsonArray parameters = json(source).getAsJsonArray("parameters");
    for (int i = 0; i < 2; i++) {
      JsonObject parameter = parameters.get(i).getAsJsonObject();
      assertEquals(i == 0 ? "groups" : "1", parameter.get("groups").getAsString());
      assertEquals(i == 0 ? 96 : 32, parameter.get("elements").getAsLong());
      assertTrue(parameter.get("law").isJsonNull());
      assertEquals(
          "its numbers are known at run time only", parameter.get("undrawn").getAsString());
    }
  }

  @Test
  void saysWhatThePlanSays() {
    JsonObject json = json(Models.EVERYTHING);
    assertEquals("p.Net", json.get("model").getAsString());
    assertEquals("p.NetInitializer", json.get("initializer").getAsString());
    JsonArray parameters = json.getAsJsonArray("parameters");
    assertEquals(13, parameters.size());
    JsonObject uniform = parameters.get(0).getAsJsonObject();
    assertEquals("[64,32]", uniform.get("shape").toString());
    assertEquals(2048, uniform.get("elements").getAsLong());
    assertEquals(8192, uniform.get("bytes").getAsLong());
    assertEquals(32, uniform.get("fanIn").getAsDouble());
    double bound = Math.sqrt(3) * Math.sqrt(2.0 / 96);
    assertEquals(bound, uniform.getAsJsonObject("law").get("high").getAsDouble());
    assertEquals(
        "0x" + Long.toHexString(dev.fanwise.runtime.Keys.id("uniform")),
        uniform.getAsJsonObject("stream").get("id").getAsString());
    assertEquals(2048, uniform.getAsJsonObject("draws").get("count").getAsInt());
    JsonObject symbolic = parameters.get(9).getAsJsonObject();
    assertEquals("[\"n\",4]", symbolic.get("shape").toString());
    assertTrue(symbolic.get("elements").isJsonNull() && symbolic.get("law").isJsonNull());
    assertEquals(
        "its dimensions are known at run time only", symbolic.get("undrawn").getAsString());
    JsonArray submodules = json.getAsJsonArray("submodules");
    assertEquals("part.*", submodules.get(0).getAsJsonObject().get("pattern").getAsString());
    assertEquals("parts.*.*.*", submodules.get(1).getAsJsonObject().get("pattern").getAsString());
    assertEquals("p.Part", submodules.get(1).getAsJsonObject().get("model").getAsString());
  }

  @Test
  void countsAddUp() {
    for (var one : json(Models.EVERYTHING).getAsJsonArray("parameters")) {
      if (one.getAsJsonObject().get("draws").isJsonNull()) {
        continue;
      }
      JsonObject draws = one.getAsJsonObject().getAsJsonObject("draws");
      int sum = 0;
      for (var value : draws.getAsJsonArray("values")) {
        sum += value.getAsJsonObject().get("count").getAsInt();
      }
      if (!draws.get("histogram").isJsonNull()) {
        JsonObject histogram = draws.getAsJsonObject("histogram");
        sum += histogram.get("below").getAsInt() + histogram.get("above").getAsInt();
        for (var count : histogram.getAsJsonArray("counts")) {
          sum += count.getAsInt();
        }
      }
      assertEquals(draws.get("count").getAsInt(), sum, one::toString);
    }
  }

  @Test
  void hostileNamesComeBackAsTheyWere() {
    JsonArray parameters = json(Models.HOSTILE).getAsJsonArray("parameters");
    assertEquals("</script><script>alert(1)</script>", stream(parameters, 0));
    assertEquals("*/ \" onload='x' & \u202e\n\t\u2028", stream(parameters, 1));
    assertFalse(CardJson.of(Cards.of(Models.HOSTILE)).contains("<"));
  }

  private static String stream(JsonArray parameters, int number) {
    return parameters
        .get(number)
        .getAsJsonObject()
        .getAsJsonObject("stream")
        .get("name")
        .getAsString();
  }

  private static JsonObject json(String source) {
    return JsonParser.parseString(CardJson.of(Cards.of(source))).getAsJsonObject();
  }
}
