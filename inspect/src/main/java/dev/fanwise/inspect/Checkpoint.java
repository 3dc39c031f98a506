package dev.fanwise.inspect;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.model.Intent;
import dev.fanwise.card.model.Law;
import dev.fanwise.card.model.Model;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Shape;
import dev.fanwise.runtime.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The card of a checkpoint: of all tensors in a file of safetensors, or in a folder of them. */
final class Checkpoint {
  private static final String ENDING = ".safetensors";

  private Checkpoint() {}

  /** Whether a path is a file of safetensors, or a folder with some and no class. */
  static boolean isCheckpoint(Path path) throws IOException {
    return Files.isRegularFile(path)
        ? path.toString().endsWith(ENDING)
        : Files.isDirectory(path) && !files(path).isEmpty();
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  /** Reads all weights, some at a time. */
  static Card read(Path path, Progress progress) throws IOException {
    List<TensorFile> files = new ArrayList<>();
    try {
      int tensors = 0;
      for (Path file : files(path)) {
        files.add(TensorFile.open(file));
        tensors += files.get(files.size() - 1).tensors().size();
      }
      List<ParameterCard> cards = new ArrayList<>();
      progress.begin("reading tensors", tensors);
      for (TensorFile file : files) {
        for (TensorFile.Tensor tensor : file.tensors()) {
          cards.add(ParameterCard.of(cards.size() + 1, parameter(tensor, file)));
          progress.step();
        }
      }
      progress.end();
      List<Parameter> parameters = cards.stream().map(ParameterCard::of).toList();
      String name = path.toAbsolutePath().normalize().getFileName().toString();
      return Card.of(
          new Model(Origin.FILE, name, name, null, null, 0, parameters, List.of(), null), cards);
    } finally {
      for (TensorFile file : files) {
        file.close();
      }
    }
  }

  private static Parameter parameter(TensorFile.Tensor tensor, TensorFile file) {
    long elements = Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b);
    Shape shape =
        new Shape(
            Arrays.stream(tensor.shape()).mapToObj(Long::toString).toList(),
            elements,
            Layout.OI,
            Connection.FORWARD,
            "1",
            List.of(),
            1);
    // As PyTorch and most others store it: [out, in, k...].
    boolean hasFans = tensor.shape().length >= 2 && elements > 0;
    double fanIn = hasFans ? (double) elements / tensor.shape()[0] : 0;
    double fanOut = hasFans ? (double) elements / tensor.shape()[1] : 0;
    DataType type = tensor.dataType();
    return new Parameter(
        tensor.name(),
        null,
        null,
        shape,
        type == null ? DataType.F32 : type,
        hasFans ? new Parameter.FanNumbers(fanIn, fanOut) : null,
        new Parameter.SchemeUse("", List.of(), List.of(), false),
        new Law.Unsaid(),
        List.of(),
        hasFans ? new Intent(null, 0, Intent.Basis.GUESSED, fanIn, 1) : null,
        null,
        type == null
            ? Sample.none("its type is " + tensor.type() + ", which holds no weights")
            : Sample.whole(file.values(tensor, elements)),
        List.of());
  }
}
