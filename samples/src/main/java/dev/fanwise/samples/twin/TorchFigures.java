package dev.fanwise.samples.twin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What PyTorch has for the same network and the same pictures, from a file of lines {@code key
 * value}; those that begin with # say where it comes from.
 *
 * @param pixels the checksum of the pictures
 * @param parameters that of each parameter, in PyTorch's order
 * @param losses that of each batch before its step, floats
 */
public record TorchFigures(String pixels, List<String> parameters, double[] losses) {
  /** The names of the parameters in PyTorch. */
  public static final List<String> NAMES = List.of("0.weight", "0.bias", "2.weight", "2.bias");

  private static final String FILE = "torch.txt";

  /** The figures that come with the sample. */
  public static TorchFigures stored() throws IOException {
    try (InputStream file = TorchFigures.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IOException("no " + FILE + " beside the class files of the sample");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static TorchFigures parse(String text) throws IOException {
    String pixels = null;
    List<String> parameters = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "pixels" -> pixels = words[1];
        case "loss" -> losses.add((double) Float.parseFloat(words[1]));
        default -> {
          if (!words[0].equals(NAMES.get(parameters.size()))) {
            throw new IOException("unexpected in " + FILE + ": " + line);
          }
          parameters.add(words[1]);
        }
      }
    }
    return new TorchFigures(
        pixels,
        List.copyOf(parameters),
        losses.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The figures as {@link #stored} reads them, without a comment. */
  public String text() {
    StringBuilder text = new StringBuilder("pixels " + pixels + "\n");
    for (int i = 0; i < NAMES.size(); i++) {
      text.append(NAMES.get(i)).append(' ').append(parameters.get(i)).append('\n');
    }
    for (double loss : losses) {
      text.append("loss ").append((float) loss).append('\n');
    }
    return text.toString();
  }
}
