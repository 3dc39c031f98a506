package dev.fanwise.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command shows and writes. */
class InspectTest extends InspectedModels {
  @Test
  void aTableOfEachModel() {
    Result result = run(classes);
    assertEquals("", result.err());
    assertEquals(
        """
        p.Base: 1 parameter, 4,096 weights, 16,384 bytes, FANWISE stream
           parameter  shape    type  scheme        law     fan_in  fan_out     std  / ideal  weights
           inherited  64 × 64  F32   @KaimingInit  normal      64       64  0.1768     1.00    4,096

        p.Net: 9 parameters, 14,400 weights, 73,984 bytes, 4 of a size known at run time, FANWISE stream
           parameter  shape    type  scheme        law      fan_in  fan_out      std  / ideal  weights
           inherited  64 × 64  F32   @KaimingInit  normal       64       64   0.1768     1.00    4,096
           first      64 × 32  F32   @KaimingInit  normal       32       64     0.25     1.00    2,048
           second     64 × 64  F32   @KaimingInit  normal       64       64   0.1768     1.00    4,096
           bias       64       F32   @BiasInit     uniform       -        -  0.07217        -       64
        !  third      64 × 64  F64   @XavierInit   uniform      64       64    0.375     2.12    4,096
           wide       n × 8    F32   @KaimingInit  normal        8        n        -        -        -
           inner.*.w  2 × 3    F32   @XavierInit   uniform       3        2   0.6325     0.71        6
           inner.*.z  2 × 3    F32   @XavierInit   uniform       3        2   0.6325     0.71        6
           inner.*.a  2 × 3    F32   @XavierInit   uniform       3        2   0.6325     0.71        6
           inner.*.*  p.Net$Inner
        ! third: std 0.375 is 2.12 times the ideal 0.1768
          3 of 4 layers have RELU’s gain 1.414. This one has gain 3, for LINEAR.

        p.Net$Inner: 3 parameters, 18 weights, 72 bytes, FANWISE stream
           parameter  shape  type  scheme       law      fan_in  fan_out     std  / ideal  weights
           w          2 × 3  F32   @XavierInit  uniform       3        2  0.6325     1.00        6
           z          2 × 3  F32   @XavierInit  uniform       3        2  0.6325     1.00        6
           a          2 × 3  F32   @XavierInit  uniform       3        2  0.6325     1.00        6
        """,
        result.out());
    assertEquals(0, result.code());
  }

  @Test
  void theFilesAreThoseOfTheCompiler() throws IOException {
    Path compiled = compile("compiled", List.of("-Afanwise.report=true"), NET, BASE);
    Path pages = folder.resolve("pages");
    Result result = run(classes, "--out", pages);
    assertEquals(0, result.code(), result.err());
    for (String model : List.of("p.Net", "p.Base", "p.Net$Inner")) {
      for (String kind : List.of(".html", ".json")) {
        assertEquals(
            Files.readString(compiled.resolve("META-INF/fanwise").resolve(model + kind)),
            Files.readString(pages.resolve(model + kind)),
            model + kind);
      }
    }
    assertTrue(result.out().endsWith(pages.resolve("p.Net$Inner.html") + "\n"), result.out());
  }

  @Test
  void aJarIsAsGoodAsAFolder() throws IOException {
    assertEquals(run(classes).out(), run(jar(classes, "")).out());
  }

  @Test
  void cardsInTheJarAreTakenAsTheyAre() throws IOException {
    Path compiled =
        compile("compiled", List.of("-Afanwise.report=true", "-Afanwise.report.seed=7"), NET, BASE);
    Path card = compiled.resolve("META-INF/fanwise/p.Net.json");
    assertEquals("[\n" + Files.readString(card).strip() + "\n]\n", json(compiled));
    assertTrue(json(compiled).contains("\"seed\": 7"));
    Files.writeString(card, Files.readString(card).replace("\"inherited\"", "\"other\""));
    assertTrue(json(compiled).contains("\"name\": \"other\""));
    Files.writeString(card, Files.readString(card).replace("\"version\": 1", "\"version\": 2"));
    Result newer = run(compiled);
    assertEquals(2, newer.code());
    assertEquals(
        "META-INF/fanwise/p.Net.json has version 2; this command knows version 1.\n",
        newer.err().replace("\r", ""));
    Files.writeString(card, "{");
    assertEquals(2, run(compiled).code());
    // With a seed they are drawn anew.
    Result anew = run(compiled, "--seed", 7, "--json", "-", "-m", "Net");
    assertEquals(0, anew.code());
    assertTrue(anew.out().contains("\"name\": \"inherited\""));
  }

  private static String json(Path path) {
    Result result = run(path, "--json", "-", "--model", "Net");
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  @Test
  void cardsAloneAreEnough() throws IOException {
    Path compiled = compile("compiled", List.of("-Afanwise.report=true"), NET, BASE);
    Path alone = folder.resolve("alone/META-INF/fanwise");
    Files.createDirectories(alone);
    for (String name : List.of("p.Net.json", "p.Net.html", "p.Base.json")) {
      Files.copy(compiled.resolve("META-INF/fanwise").resolve(name), alone.resolve(name));
    }
    Path pages = folder.resolve("pages");
    Result result = run(folder.resolve("alone"), "-o", pages);
    assertEquals(0, result.code(), result.err());
    assertEquals(3, pages.toFile().list().length);
    assertTrue(
        result.out().contains("There is no page of p.Base beside its JSON, and no class.\n"));
  }

  @Test
  void aPageWithThePagesThatItLeadsTo() throws IOException {
    Path pages = folder.resolve("pages");
    Result result = run(classes, "--model", "p.Net", "--out", pages);
    assertEquals(0, result.code(), result.err());
    assertTrue(Files.exists(pages.resolve("p.Net$Inner.html")));
    assertTrue(!Files.exists(pages.resolve("p.Base.html")));
    assertTrue(Files.readString(pages.resolve("p.Net.html")).contains("./p.Net%24Inner.html"));
    // A class that is not here has no page.
    Path compiled = compile("compiled", List.of("-Afanwise.report=true"), NET, BASE);
    Path alone = folder.resolve("alone/META-INF/fanwise");
    Files.createDirectories(alone);
    for (String name : List.of("p.Net.json", "p.Net.html")) {
      Files.copy(compiled.resolve("META-INF/fanwise").resolve(name), alone.resolve(name));
    }
    Path others = folder.resolve("others");
    assertEquals(0, run(folder.resolve("alone"), "-o", others).code());
    String page = Files.readString(others.resolve("p.Net.html"));
    assertTrue(!page.contains("href=\"./"), page);
    assertTrue(page.contains("<bdi>p.Net$Inner</bdi>"));
  }

  @Test
  void jsonAndCsv() throws IOException {
    Path json = folder.resolve("all.json");
    Path csv = folder.resolve("all.csv");
    assertEquals(0, run(classes, "--json", json, "--csv", csv, "--seed", "-3").code());
    JsonArray all = JsonParser.parseString(Files.readString(json)).getAsJsonArray();
    assertEquals(3, all.size());
    assertEquals(-3, all.get(1).getAsJsonObject().get("seed").getAsLong());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(1 + 1 + 6 + 3, lines.size());
    assertEquals(
        "model,parameter,shape,type,elements,bytes,fan_in,fan_out,scheme,distribution,mean,std,low,"
            + "high,ideal_std,ratio,verdict,stream_id,drawn,drawn_mean,drawn_std",
        lines.get(0));
    assertTrue(
        lines
            .get(6)
            .startsWith("p.Net,third,64x64,F64,4096,32768,64,64,XavierInit,uniform,0,0.375,"),
        lines.get(6));
    assertEquals(
        "p.Net,wide,nx8,F32,,,,,KaimingInit,normal,,,,,,,,", lines.get(7).substring(0, 49));
    assertTrue(Files.readString(csv).endsWith("\r\n"));
  }

  @Test
  void aGeneratedClassTellsItsSuffix() throws IOException {
    Path compiled = compile("compiled", List.of("-Afanwise.suffix=Weights"), NET, BASE);
    assertTrue(json(compiled).contains("\"initializer\": \"p.NetWeights\""));
    assertTrue(json(classes).contains("\"initializer\": \"p.NetInitializer\""));
  }

  @Test
  void modelsByName() {
    for (String name : List.of("p.Net$Inner", "p.Net.Inner", "Net.Inner", "Inner")) {
      assertTrue(run(classes, "-m", name).out().startsWith("p.Net$Inner: 3 parameters"), name);
    }
    Result both = run(classes, "-m", "Base", "-m", "Inner");
    assertTrue(both.out().startsWith("p.Base") && both.out().contains("\np.Net$Inner"));
    Result none = run(classes, "-m", "net");
    assertEquals(1, none.code());
    assertEquals(
        "No model is called net. There are: p.Base, p.Net, p.Net$Inner\n",
        none.err().replace("\r", ""));
  }

  @Test
  void thePageOfTheManualSaysWhatIsPrinted() throws IOException {
    String page = Files.readString(Path.of("../docs/report.md"));
    Path net = compile("manual", List.of("-proc:none"), block(page, "Net.java"));
    assertEquals(block(page, "Net.txt"), run(net).out());
    assertEquals(block(page, "usage"), run("--help").out());
  }

  /** The block of code after a comment. */
  private static String block(String page, String name) {
    String after = page.substring(page.indexOf("<!-- " + name + " -->"));
    int start = after.indexOf("```");
    return after.substring(after.indexOf('\n', start) + 1, after.indexOf("```", start + 3));
  }

  @Test
  void helpAndVersion() {
    Result help = run("--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: fanwise-inspect "), help.out());
    assertEquals("fanwise-inspect (not from a jar)\n", run("-V").out().replace("\r", ""));
  }

  @Test
  void withoutADesktopThePagesAreNamed() {
    Result result = run(classes, "-m", "Base", "--open");
    assertEquals(0, result.code());
    assertTrue(
        result
            .out()
            .endsWith(
                "p.Base.html\nThere is no browser to open here; open the files above in one.\n"),
        result.out());
  }

  @Test
  void aBarOnATerminalOnly() {
    StringWriter terminal = new StringWriter();
    Progress progress = new Progress(new PrintWriter(terminal));
    progress.begin("reading", 2);
    progress.step();
    progress.step();
    progress.end();
    String empty = "░".repeat(15);
    String full = "█".repeat(15);
    assertEquals(
        "\r\033[K"
            + empty
            + empty
            + " reading 0/2"
            + "\r\033[K"
            + full
            + empty
            + " reading 1/2"
            + "\r\033[K"
            + full
            + full
            + " reading 2/2"
            + "\r\033[K",
        terminal.toString());
    Progress silent = new Progress(null);
    silent.begin("reading", 1);
    silent.step();
    silent.end();
    assertEquals("", run(classes, "-m", "Base").err());
  }
}
