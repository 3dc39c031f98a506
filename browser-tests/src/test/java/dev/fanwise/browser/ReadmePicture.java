package dev.fanwise.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Makes the README's picture of a card anew: the top of the page of a decoder. */
final class ReadmePicture {
  private static final int WIDTH = 1180;
  private static final int HEIGHT = 1260;

  /** Of WebP: a third of the bytes of a PNG, and no difference that one sees. */
  private static final int QUALITY = 85;

  private ReadmePicture() {}

  /**
   * Makes the picture.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try (Browser browser = Browser.start()) {
      browser.media("light", "screen");
      browser
          .driver()
          .executeCdpCommand(
              "Emulation.setDeviceMetricsOverride",
              Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1.5, "mobile", false));
      browser.open("card.Decoder");
      Map<String, Object> picture =
          browser
              .driver()
              .executeCdpCommand(
                  "Page.captureScreenshot", Map.of("format", "webp", "quality", QUALITY));
      Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
    }
    System.out.println(file + ", " + Files.size(file) + " bytes");
  }
}
