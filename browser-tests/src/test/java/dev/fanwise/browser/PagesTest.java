package dev.fanwise.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The cards of four models of the samples, in a browser as people have it. */
class PagesTest {
  /** A page of a hundred parameters takes half a minute on a busy machine, which is axe's limit. */
  private static final int AXE_SECONDS = 240;

  private static final String WRONG_GAIN = "card.WrongGain";
  private static final String EVERY_LAW = "card.EveryLaw";
  private static final String GPT = "gpt.Gpt";
  private static final String DECODER = "card.Decoder";

  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    if (!Browser.isHere()) {
      String text =
          "NO PAGE WAS OPENED: there is no chromium with a chromedriver on the PATH."
              + " Debian has both: apt-get install chromium chromium-driver";
      System.err.println(text);
      if (Boolean.getBoolean("chromium.required")) {
        fail(text);
      }
      assumeTrue(false, text);
    }
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asUsual() {
    browser.size(1200, 900);
    browser.media("light", "screen");
    browser.script(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {WRONG_GAIN, EVERY_LAW, GPT, DECODER})
  void theConsoleIsSilent(String model) throws IOException {
    browser.open(model);
    assertEquals(List.of(), browser.console());
    // Nothing but the page itself was loaded.
    assertEquals(0L, browser.run("return performance.getEntriesByType('resource').length"));
  }

  @ParameterizedTest
  @ValueSource(strings = {WRONG_GAIN, EVERY_LAW, GPT, DECODER})
  void axeFindsNothing(String model) throws IOException {
    for (String scheme : List.of("light", "dark")) {
      browser.size(scheme.equals("light") ? 1200 : 500, 900);
      browser.media(scheme, "screen");
      browser.open(model);
      // What is not on the screen is not laid out, and axe looks at all of it; but a source
      // repeats itself, and its first part is enough.
      browser.run(
          "document.head.insertAdjacentHTML('beforeend',"
              + " '<style>article { content-visibility: visible !important }</style>');"
              + "const code = document.querySelector('.code code');"
              + "while (code.childNodes.length > 200) { code.lastChild.remove(); }");
      Results results = axe().analyze(browser.driver());
      List<String> violations = new ArrayList<>();
      for (Rule rule : results.getViolations()) {
        violations.add(rule.getImpact() + " " + rule.getId() + " " + rule.getNodes());
      }
      assertEquals(List.of(), violations, scheme);
      assertFalse(results.isErrored(), results.getErrorMessage());
      assertTrue(results.getPasses().size() > 20, "axe did not look");
    }
  }

  /** Axe with every node of what is wrong, and one of what is right. */
  private static AxeBuilder axe() {
    AxeBuilder axe = new AxeBuilder().disableIframeTesting().setTimeout(AXE_SECONDS);
    axe.setOptions("{\"resultTypes\": [\"violations\"]}");
    return axe;
  }

  @Test
  void theWrongGainIsFirstAndRed() throws IOException {
    browser.open(WRONG_GAIN);
    assertEquals(
        List.of("layer7: std 0.0625 is 0.71 times the ideal 0.08839"),
        browser.texts("#warnings strong"));
    assertEquals(List.of("layer7"), browser.texts("tr.odd th"));
    WebElement row = browser.one("tr.odd");
    long bottom =
        (Long) browser.run("return Math.round(arguments[0].getBoundingClientRect().bottom)", row);
    assertTrue(bottom < 900, "it is below the first screen: " + bottom);
    WebElement dot = browser.one("tr.odd circle");
    assertEquals("rgb(179, 38, 30)", dot.getCssValue("fill"));
    assertEquals(9, browser.all(".gains tbody tr:not(.odd)").size());
  }

  @Test
  void theWrongLayerOfADecoderIsSeen() throws IOException {
    browser.open(DECODER);
    assertEquals(
        List.of("block7.up: std 0.03953 is 0.45 times the ideal 0.08839"),
        browser.texts("#warnings strong"));
    // In the outline it stands alone between blocks that are alike, and is open.
    List<String> summaries = browser.texts(".outline summary bdi");
    assertEquals(List.of("block1 … block6", "block7", "attention", "block8 … block12"), summaries);
    assertEquals("block7.up 0.45 ×", browser.one(".overview text.odd").getText());
    assertEquals(1, browser.all(".overview circle.odd").size());
    long bottom =
        (Long)
            browser.run(
                "return Math.round(arguments[0].getBoundingClientRect().bottom)",
                browser.one("#warnings"));
    assertTrue(bottom < 900, "it is below the first screen: " + bottom);
  }

  @Test
  void theOutlineFoldsByKeyboard() throws IOException {
    browser.open(DECODER);
    WebElement summary = browser.one(".outline summary");
    WebElement details = browser.one(".outline details");
    assertEquals(null, details.getDomAttribute("open"));
    summary.sendKeys(Keys.ENTER);
    assertTrue(details.getDomAttribute("open") != null);
    summary.sendKeys(Keys.SPACE);
    assertEquals(null, details.getDomAttribute("open"));
  }

  /** How long it takes is printed by {@code LargePage}. */
  @Test
  void twoThousandParametersAreOpened() throws IOException {
    Path page = Path.of("target", "large.html");
    LargePage.write(page);
    browser.driver().get(page.toAbsolutePath().toUri().toString());
    assertEquals(List.of(), browser.console());
    assertEquals("1994 shown", browser.one("#shown").getText());
    browser.one("#filter").sendKeys("layers.7.");
    waitFor("return document.getElementById('shown').textContent === '11 of 1994 shown'");
    browser.one("#warned").click();
    assertEquals(List.of("layers.7.mlp.up"), browser.texts("#table tbody th"));
  }

  @Test
  void filterAndCheckBox() throws IOException {
    browser.open(WRONG_GAIN);
    assertEquals("20 shown", browser.one("#shown").getText());
    WebElement filter = browser.one("#filter");
    filter.sendKeys("All bias1");
    assertEquals(List.of("bias1", "bias10"), browser.texts("#table tbody th"));
    assertEquals("2 of 20 shown", browser.one("#shown").getText());
    assertEquals(List.of("bias1", "bias10"), browser.texts("article h3 bdi"));
    assertEquals(List.of(), browser.texts(".gains tbody th"));
    filter.clear();
    filter.sendKeys("x");
    filter.sendKeys(Keys.BACK_SPACE);
    assertEquals("20 shown", browser.one("#shown").getText());
    browser.one("#warned").click();
    assertEquals(List.of("layer7"), browser.texts("#table tbody th"));
    assertEquals(List.of("layer7"), browser.texts(".gains tbody th"));
    // A link to what is hidden shows all again.
    browser.run("location.hash = '#p1'");
    waitFor("return document.getElementById('shown').textContent === '20 shown'");
    assertFalse(browser.one("#warned").isSelected());
  }

  @Test
  void sortingByKeyboard() throws IOException {
    browser.open(EVERY_LAW);
    List<String> before = browser.texts("#table tbody th");
    WebElement button = browser.all("#table thead button").get(7);
    assertEquals("Weights", button.getText());
    button.sendKeys(Keys.ENTER);
    WebElement header = browser.all("#table thead th").get(7);
    assertEquals("ascending", header.getDomAttribute("aria-sort"));
    List<Long> weights = numbers();
    assertEquals(weights.stream().sorted().toList(), weights);
    assertEquals(-1, weights.get(0));
    button.sendKeys(Keys.SPACE);
    assertEquals("descending", header.getDomAttribute("aria-sort"));
    assertEquals(512 * 784, numbers().get(0));
    assertEquals(
        before.stream().sorted().toList(),
        browser.texts("#table tbody th").stream().sorted().toList());
    browser.all("#table thead button").get(0).click();
    assertEquals(null, header.getDomAttribute("aria-sort"));
    // Numbers in names are sorted as numbers, which those of submodules have.
    List<String> names =
        browser.texts("#table tbody th").stream()
            .filter(name -> !name.startsWith("submodules."))
            .toList();
    assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
  }

  private static List<Long> numbers() {
    return browser.all("#table tbody tr td:nth-child(8)").stream()
        .map(cell -> Long.parseLong(cell.getDomAttribute("data-v")))
        .toList();
  }

  @Test
  void withoutScriptEverythingIsThere() throws IOException {
    browser.script(false);
    browser.open(EVERY_LAW);
    assertFalse(browser.one("#controls").isDisplayed());
    assertEquals(List.of(), browser.all("#table thead button"));
    assertEquals(42, browser.texts("#table tbody th").size());
    assertEquals(42, browser.texts("article h3 bdi").size());
    assertTrue(browser.one(".listing").isDisplayed());
  }

  @ParameterizedTest
  @ValueSource(strings = {WRONG_GAIN, EVERY_LAW, GPT, DECODER})
  void nothingIsWiderThanAPhone(String model) throws IOException {
    browser.open(model);
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
    try {
      assertEquals(360L, browser.run("return document.documentElement.scrollWidth"));
    } finally {
      browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void onPaperThereAreNoControls() throws IOException {
    browser.open(WRONG_GAIN);
    browser.media("dark", "print");
    assertFalse(browser.one("#controls").isDisplayed());
    assertFalse(browser.one("nav").isDisplayed());
    assertTrue(browser.one("#warnings").isDisplayed());
    assertEquals("rgba(255, 255, 255, 1)", browser.one("body").getCssValue("background-color"));
  }

  @Test
  void fromAConstantToItsParameterAndBack() throws IOException {
    browser.open(WRONG_GAIN);
    WebElement bound =
        browser.all(".code a").stream()
            .filter(link -> link.getText().startsWith("0.1082"))
            .findFirst()
            .orElseThrow();
    bound.sendKeys(Keys.ENTER);
    WebElement card = browser.one("article:target");
    assertEquals("layer7", card.findElement(By.tagName("bdi")).getText());
    card.findElement(By.linkText("in the source")).sendKeys(Keys.ENTER);
    assertEquals("fillLayer7", browser.one(".code span:target").getText());
  }

  @Test
  void submodulesLeadToTheirPages() throws IOException {
    browser.open(GPT);
    WebElement summary = browser.one(".outline summary");
    assertEquals("blocks", summary.findElement(By.tagName("bdi")).getText());
    summary.sendKeys(Keys.ENTER);
    String address = browser.one(".outline .class a").getDomAttribute("href");
    assertEquals("./dev.fanwise.samples.gpt.Block.html", address);
    browser.open("gpt.Block");
    assertEquals("Block", browser.one("h1").getText());
  }

  /** Pictures for people to look at: {@code target/screenshots}. */
  @Test
  void pictures() throws IOException {
    Path folder = Path.of("target", "screenshots");
    for (String model : List.of(WRONG_GAIN, EVERY_LAW, GPT, DECODER)) {
      for (String scheme : List.of("light", "dark")) {
        browser.media(scheme, "screen");
        picture(model, 1200, folder.resolve(model + "-" + scheme + ".png"));
      }
      browser.media("light", "screen");
      picture(model, 500, folder.resolve(model + "-narrow.png"));
      browser.media("light", "print");
      picture(model, 760, folder.resolve(model + "-print.png"));
    }
    assertEquals(16, folder.toFile().list().length);
  }

  private static void picture(String model, int width, Path file) throws IOException {
    browser.size(width, 900);
    browser.open(model);
    long height = (Long) browser.run("return document.documentElement.scrollHeight");
    browser.size(width, (int) Math.min(height + 140, 4500));
    browser.screenshot(file);
  }

  private static void waitFor(String condition) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(5))
        .until(driver -> Boolean.TRUE.equals(browser.run(condition)));
  }
}
