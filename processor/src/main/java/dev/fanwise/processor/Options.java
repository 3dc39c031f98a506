package dev.fanwise.processor;

import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Quoted;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.report.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a user asks of the processor with {@code -Afanwise.…}. An option that is not legal is
 * reported once, and its default holds, so that no other message follows from it.
 *
 * @param suffix what the names of generated classes end with, after the model's
 * @param isVerbose whether the plan of each class is printed
 * @param hasReport whether a page and a JSON file are written for each model
 * @param reportSeed the seed of the draws that the page shows
 */
record Options(String suffix, boolean isVerbose, boolean hasReport, long reportSeed) {
  static final String SUFFIX = "fanwise.suffix";
  static final String VERBOSE = "fanwise.verbose";
  static final String REPORT = "fanwise.report";
  static final String REPORT_SEED = "fanwise.report.seed";

  /** All of them; the first part is that of no other processor's. */
  static final List<String> NAMES = List.of(SUFFIX, VERBOSE, REPORT, REPORT_SEED);

  private static final String PREFIX = "fanwise.";
  private static final String FLAG = "true or false";

  /**
   * Reads the options of a compilation, those of other processors among them.
   *
   * @param given names and values; the value of an option without one is null
   * @param report where illegal ones are added
   */
  static Options read(Map<String, String> given, Report report) {
    for (String name : new TreeMap<>(given).keySet()) {
      if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
        report.add(Site.NOWHERE, Problem.UNKNOWN_OPTION, name, Suggestion.sentence(name, NAMES));
      }
    }
    Reader reader = new Reader(given, report);
    return new Options(
        reader.read(SUFFIX, "Initializer", Options::suffix, "ASCII letters, digits and _"),
        reader.read(VERBOSE, false, Options::flag, FLAG),
        reader.read(REPORT, false, Options::flag, FLAG),
        reader.read(REPORT_SEED, 0L, Options::seed, "a whole number from -2^63 to 2^63 - 1"));
  }

  /** ASCII, since file systems do not agree on the names of files with other letters. */
  private static Optional<String> suffix(String text) {
    return text != null && text.matches("[A-Za-z0-9_]+") ? Optional.of(text) : Optional.empty();
  }

  /** An option without a value is switched on. */
  private static Optional<Boolean> flag(String text) {
    if (text == null || text.equals("true")) {
      return Optional.of(true);
    }
    return text.equals("false") ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Long> seed(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private record Reader(Map<String, String> given, Report report) {
    <T> T read(String name, T fallback, Function<String, Optional<T>> parser, String legal) {
      if (!given.containsKey(name)) {
        return fallback;
      }
      String given = this.given.get(name);
      // Compilers differ on -Aname=: no value, or an empty one.
      String text = given == null || given.isEmpty() ? null : given;
      Optional<T> value = parser.apply(text);
      if (value.isEmpty()) {
        String shown = text == null ? name + " without a value" : name + " = " + Quoted.of(text);
        report.add(Site.NOWHERE, Problem.OPTION_VALUE, shown, legal);
      }
      return value.orElse(fallback);
    }
  }
}
