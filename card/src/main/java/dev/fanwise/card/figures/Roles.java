package dev.fanwise.card.figures;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a parameter is by its name, wherever it stands: those of one role in several places of a
 * model are expected to be alike.
 */
public final class Roles {
  private static final Pattern PLACE = Pattern.compile("(?<=^|\\.)[0-9]+(?=\\.|$)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern SEQUENCE =
      Pattern.compile("(?i).*\\w\\*[a-z]?([._]?(weights?|kernel|w))?");

  /**
   * Layers that the model's activation does not follow: of attention, gates and recurrences, and
   * embeddings. Their gain is a matter of their own.
   */
  private static final Pattern OWN_MATTER =
      Pattern.compile(
          "(?i).*(quer(y|ies)|\\bkeys?\\b|values?\\b|qkv|attn|attention|embed|gate|rnn|lstm|gru"
              + "|recurrent|hidden_?to_?hidden|weight_?hh|weight_?ih|router).*"
              + "|(.*\\.)?(w?[qkv]|w[qkvo]|[qkvo]_?(proj|weights?))(\\..*)?");

  private Roles() {}

  /**
   * What a name may be one of several of, the narrowest first: with a star for each place in an
   * array or list, as {@code blocks.*.w1}; then for the first other number too, as {@code
   * block*.w1}; then for all.
   */
  static List<String> of(String path) {
    String byPlace = byPlace(path);
    String byFirst = NUMBER.matcher(byPlace).replaceFirst("*");
    return List.of(byPlace, byFirst, NUMBER.matcher(byFirst).replaceAll("*"));
  }

  /** The name with a star for each place in an array or list: {@code blocks.*.query}. */
  public static String byPlace(String path) {
    return PLACE.matcher(path).replaceAll("*");
  }

  /** Whether a role ends with a number: its layers follow each other and may well differ. */
  static boolean isSequence(String role) {
    return SEQUENCE.matcher(role).matches();
  }

  /** Whether the name says that the model's activation does not follow the layer. */
  static boolean isOwnMatter(String path) {
    return OWN_MATTER.matcher(path).matches();
  }
}
