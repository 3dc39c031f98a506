import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mistakes of docs/troubleshooting.md are made, and each is answered by the words that the page quotes: headings in
 * quotation marks, in which an ellipsis stands for what is between, and Fanwise's own messages.
 */
final class Check {
  private static final Pattern HEADING = Pattern.compile("\\*\\*\"([^\"]+)\"");
  private static final Pattern MESSAGE = Pattern.compile("`(\\[Fanwise:[^`]+)`");

  private static final String MODEL =
      "import dev.fanwise.*;\n"
          + "public final class Net {\n"
          + "  @Shape({256, 784}) @XavierInit float[] hidden;\n"
          + "  public static void main(String[] args) { NetInitializer.initialize(new Net(), 42L); }\n"
          + "}\n";

  private static final String ANNOTATIONS = jars("annotations");
  private static final String LIBRARIES = jars("annotations", "runtime");
  private static final String ALL = jars("annotations", "runtime", "processor");

  private final List<String> said = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    // Of Eclipse's compiler, whose threads would outlive this.
    System.setProperty("jdt.compiler.useSingleThread", "true");
    Check check = new Check();
    check.nothingIsGenerated();
    check.theSetUpLacksSomething();
    check.theModelIsWrong();
    check.itWarns();
    check.itRuns();
    check.compareWith(Files.readString(Path.of(System.getProperty("fanwise.page"))));
  }

  private void nothingIsGenerated() throws Exception {
    said.add(model(MODEL).javac("-cp", LIBRARIES));
    String merelyThere = model(MODEL).javac("-cp", ALL);
    if (Runtime.version().feature() >= 23) {
      said.add(merelyThere);
    } else {
      require(!merelyThere.contains("error:"), merelyThere);
    }
    require("", model(MODEL).javac("-cp", ALL, "-processor", "dev.fanwise.processor.FanwiseProcessor"));
    require("", model(MODEL).javac("-cp", LIBRARIES, "-processorpath", ALL));
    said.add(model(MODEL).eclipse("-17", "-proc:none", "-cp", LIBRARIES));
  }

  private void theSetUpLacksSomething() throws Exception {
    said.add(model(MODEL.replace("import dev.fanwise.*;", "")).javac("-cp", LIBRARIES));
    said.add(
        model(MODEL.replace("import dev.fanwise.*;", "import java.awt.Shape;"))
            .javac("-cp", LIBRARIES));
    said.add(model(MODEL).javac("-cp", ANNOTATIONS, "-processorpath", ALL));
    said.add(model(MODEL).javac("-cp", LIBRARIES, "-processorpath", jars("processor")));
    said.add(
        new Attempt(
                Map.of(
                    "module-info.java", "module net { exports net; }\n",
                    "Net.java", "package net;\n" + MODEL))
            .javac("-p", LIBRARIES, "-processorpath", ALL));
  }

  private void theModelIsWrong() throws Exception {
    for (String field :
        List.of(
            "@Shape({256, 784}) @XavierInit private float[] hidden;",
            "@Shape({256, 784}) @XavierInit Float[] hidden;",
            "@Shape({256, 784}) float[] hidden;",
            "@XavierInit float[] hidden;",
            "@Shape({3, 3, 8, 32}) @KaimingInit float[] kernel;")) {
      String model = MODEL.replace("@Shape({256, 784}) @XavierInit float[] hidden;", field);
      said.add(model(model).javac("-cp", LIBRARIES, "-processorpath", ALL));
    }
  }

  private void itWarns() throws Exception {
    String[] strict = {"-cp", LIBRARIES, "-processorpath", ALL, "-Xlint:all,-path", "-Werror"};
    said.add(model(MODEL).javac(strict));
    strict[4] = "-Xlint:all,-path,-processing";
    require("", model(MODEL).javac(strict));
    String second = MODEL.replace("public final class Net", "class First {}\nfinal class Net");
    said.add(new Attempt(Map.of("First.java", second)).javac(strict));
  }

  private void itRuns() throws Exception {
    Attempt attempt = model(MODEL);
    require("", attempt.javac("-cp", LIBRARIES, "-processorpath", ALL));
    said.add(attempt.run("Net"));
  }

  private static Attempt model(String source) throws Exception {
    return new Attempt(Map.of("Net.java", source));
  }

  private void compareWith(String page) {
    String words = page.replaceAll("\\s+", " ");
    TreeSet<String> quotes = new TreeSet<>();
    Stream.of(HEADING, MESSAGE)
        .flatMap(pattern -> pattern.matcher(words).results())
        .forEach(match -> quotes.add(match.group(1)));
    require(quotes.size() >= 10, "too few quotations: " + quotes);
    for (String quote : quotes) {
      require(
          said.stream().anyMatch(answer -> holds(answer, quote)),
          "nothing said \"" + quote + "\", but:\n" + String.join("\n", said));
    }
    for (String answer : said) {
      require(
          quotes.stream().anyMatch(quote -> holds(answer, quote)),
          "the page does not have this: " + answer);
    }
  }

  private static boolean holds(String answer, String quote) {
    int from = 0;
    for (String part : quote.split(" ?… ?")) {
      int at = answer.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }

  /** A path of Fanwise's jars, which are on the path of this class. */
  private static String jars(String... names) {
    URL[] path = ((URLClassLoader) Check.class.getClassLoader()).getURLs();
    return Stream.of(names)
        .map(
            name ->
                Stream.of(path)
                    .map(url -> new File(url.getPath()))
                    .filter(file -> file.getName().startsWith("fanwise-" + name + "-"))
                    .findFirst()
                    .orElseThrow()
                    .toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void require(String expected, String found) {
    require(expected.equals(found), found);
  }

  private static void require(boolean as, String what) {
    if (!as) {
      throw new AssertionError(what);
    }
  }
}
