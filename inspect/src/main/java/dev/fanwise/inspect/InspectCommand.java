package dev.fanwise.inspect;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command: finds the models of a jar or folder and shows what Fanwise generates for them. */
@Command(
    name = "fanwise-inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Shows the weights of the models in a jar or folder of classes, or of a checkpoint: shapes,"
            + " fans, schemes, laws, and which layer has another gain than the others.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  all models were read, or the library is known",
      "  1  there is no model, or one could not be read",
      "  2  wrong arguments, or a file that is missing or foreign",
      "  3  no compiler: not a JDK, or one older than the classes"
    })
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description =
          "a jar or folder of compiled models, or a checkpoint: a file of safetensors, or a"
              + " folder of them")
  private Path path;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "NAME",
      description = "only models with this name, simple or full; may be repeated")
  private List<String> names = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "write each model's page and JSON there, and those of its submodules")
  private Path out;

  @Option(names = "--open", description = "open the pages in a browser")
  private boolean opens;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write all cards as one JSON array; - for standard output")
  private String json;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write all parameters as CSV; - for standard output")
  private String csv;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the seed of the draws; without it cards in the jar are taken as they are")
  private Long seed;

  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "PATH",
      description = "where classes are that the models need")
  private String classPath;

  @Option(
      names = "--like",
      paramLabel = "LIBRARY",
      description = "print the annotations that draw what a library draws, such as spark-mllib")
  private String library;

  @Option(
      names = "--shape",
      paramLabel = "OUTxIN...",
      description = "with --like: the shape of the weights, such as 256x784, for the numbers")
  private String shape;

  /** What is printed of a checkpoint. */
  private String text;

  @Override
  public Integer call() throws IOException {
    PrintWriter trouble = spec.commandLine().getErr();
    if ((path == null) == (library == null) || shape != null && library == null) {
      throw new ParameterException(
          spec.commandLine(),
          path == null && library == null
              ? "Missing required parameter: 'PATH', or --like with a library"
              : shape != null ? "--shape is for --like." : "Give models or --like, not both.");
    }
    if (library != null) {
      return like(trouble);
    }
    Progress progress = new Progress(isTerminal() ? trouble : null);
    try {
      if (Checkpoint.isCheckpoint(path)) {
        return showCheckpoint(progress);
      }
      return showModels(progress, trouble);
    } catch (Refusal refusal) {
      trouble.println(refusal.getMessage());
      return refusal.exitCode();
    }
  }

  private int like(PrintWriter trouble) throws IOException {
    try {
      PrintWriter print = spec.commandLine().getOut();
      print.print(Like.of(library).text(shape == null ? null : Like.shape(shape)));
      print.flush();
      return Exit.OK;
    } catch (Refusal refusal) {
      trouble.println(refusal.getMessage());
      return refusal.exitCode();
    }
  }

  private int showModels(Progress progress, PrintWriter trouble) throws IOException {
    try (Target target = Target.open(path)) {
      Scan scan = Scan.of(target, progress, trouble::println);
      Cards all = new Cards(target, scan, entries(), seed);
      List<String> models = Selection.of(names, scan.models(), target);
      List<Card> cards = all.read(models, progress);
      show(cards, out != null || opens ? all.withSubmodules(cards, progress) : cards);
      return Exit.OK;
    }
  }

  private int showCheckpoint(Progress progress) throws IOException {
    if (!names.isEmpty() || seed != null) {
      throw new Refusal(
          Exit.USAGE, path + " is a checkpoint: it has no models to name, and nothing is drawn.");
    }
    dev.fanwise.card.figures.Card card = Checkpoint.read(path, progress);
    Card read =
        Card.of(
            path.toString(),
            dev.fanwise.card.json.CardJson.of(card),
            dev.fanwise.card.page.CardPage.of(card));
    text = dev.fanwise.card.text.CardText.of(card);
    show(List.of(read), List.of(read));
    return Exit.OK;
  }

  private List<Path> entries() {
    if (classPath == null) {
      return List.of();
    }
    return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
  }

  /**
   * Shows cards.
   *
   * @param pages those whose pages are written
   */
  private void show(List<Card> cards, List<Card> pages) throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    boolean isPrinted = "-".equals(json) || "-".equals(csv);
    if (json != null) {
      write(json, jsonOf(cards), print);
    }
    if (csv != null) {
      write(csv, Csv.of(cards), print);
    }
    if (!isPrinted) {
      String between = "";
      for (Card card : cards) {
        print.print(between + (text == null ? new Table(card, this::alarm).text() : text));
        between = "\n";
      }
    }
    if (out != null || opens) {
      new Pages(out, opens, isPrinted ? spec.commandLine().getErr() : print).write(pages);
    }
    print.flush();
  }

  private static String jsonOf(List<Card> cards) {
    return cards.stream()
        .map(card -> card.text().strip())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static void write(String file, String text, PrintWriter print) throws IOException {
    if (file.equals("-")) {
      print.print(text);
    } else {
      Files.writeString(Path.of(file), text, StandardCharsets.UTF_8);
    }
  }

  private String alarm(String text) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    return ansi.enabled()
        ? Ansi.Style.on(Ansi.Style.bold, Ansi.Style.fg_red)
            + text
            + Ansi.Style.off(Ansi.Style.fg_red, Ansi.Style.bold)
        : text;
  }

  /** Whether someone watches: a bar in a file or pipe is no help. */
  private static boolean isTerminal() {
    return Ansi.AUTO.enabled() && System.console() != null;
  }

  /** Runs the command and says how it went. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new InspectCommand())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              if (failure instanceof IOException) {
                command.getErr().println(failure);
                return Exit.USAGE;
              }
              throw failure;
            })
        .execute(arguments);
  }
}
