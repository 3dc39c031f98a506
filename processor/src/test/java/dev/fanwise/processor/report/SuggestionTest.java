package dev.fanwise.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("hidden", "out", "queryWeights", "w1", "w2");

  @ParameterizedTest
  @CsvSource({
    "hiden, hidden",
    "Hidden, hidden",
    "hidne, hidden",
    "ouy, out",
    "queryweight, queryWeights",
    "qeryWeigts, queryWeights",
    "w3, w1",
    "w, w1",
    "w2, w2",
  })
  void findsWhatWasMeant(String name, String meant) {
    assertEquals(Optional.of(meant), Suggestion.closest(name, KNOWN));
    assertEquals("Did you mean \"" + meant + "\"?", Suggestion.sentence(name, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({"weights", "bias", "''", "xyz", "queryBiases"})
  void doesNotGuess(String name) {
    assertEquals(Optional.empty(), Suggestion.closest(name, KNOWN));
    assertEquals(
        "Name one of: hidden, out, queryWeights, w1, w2.", Suggestion.sentence(name, KNOWN));
  }

  @Test
  void hasNothingToSuggest() {
    assertEquals(Optional.empty(), Suggestion.closest("hidden", List.of()));
    assertEquals("There is none that could be named.", Suggestion.sentence("hidden", List.of()));
  }
}
