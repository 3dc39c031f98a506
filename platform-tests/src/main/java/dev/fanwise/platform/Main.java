package dev.fanwise.platform;

import dev.fanwise.samples.classics.ClassicsModels;
import dev.fanwise.samples.conv.ConvModels;
import dev.fanwise.samples.depth.DepthModels;
import dev.fanwise.samples.gpt.GptModels;
import dev.fanwise.samples.twin.TwinModels;

/**
 * Initialises a model of every kind and prints a checksum of each parameter, the same on every
 * platform.
 */
public final class Main {
  private static final long SEED = 42;

  private Main() {}

  /**
   * Prints one number a line and nothing else: all that an Android Runtime without its libraries
   * can print.
   *
   * @param args nothing; or {@code names}, for names before the numbers; or {@code checkpoints},
   *     for files instead of models; or {@code control} and the name of the initialiser of {@link
   *     Layers}, which is then called by reflection
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    if (args.length == 2) {
      Layers layers = Control.initialize(args[1], SEED);
      numbers().whole("Layers", visitor -> LayersInitializer.visitParameters(layers, visitor));
      return;
    }
    if (args.length == 1 && args[0].equals("checkpoints")) {
      new Checkpoints(numbers(), SEED).print();
      return;
    }
    print(args.length == 1 ? names() : numbers());
  }

  /** Prints every line. */
  static void print(Lines lines) {
    Models models = new Models(lines, SEED);
    models.print();
    models.printPooled();
    new Pieces(lines, SEED).print();
    new SymbolicPieces(lines, SEED).print();
    ClassicsModels.print(lines, SEED);
    ConvModels.print(lines, SEED);
    DepthModels.print(lines, SEED);
    GptModels.print(lines, SEED);
    TwinModels.print(lines, SEED);
  }

  private static Lines numbers() {
    return new Lines() {
      @Override
      protected void line(String name, long checksum) {
        System.out.println(checksum);
      }
    };
  }

  private static Lines names() {
    return new Lines() {
      @Override
      protected void line(String name, long checksum) {
        System.out.println(name + " " + checksum);
      }
    };
  }
}
