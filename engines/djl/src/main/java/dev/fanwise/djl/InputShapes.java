package dev.fanwise.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The shapes that a block was told to expect. */
final class InputShapes {
  private InputShapes() {}

  static Shape[] of(Block block) {
    if (block.isInitialized()) {
      return block.getInputShapes();
    }
    // While its parameters get their arrays a block knows the shapes, but tells them only to its
    // file, which begins with them: a version, how many there are, and the shapes.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      block.saveParameters(new DataOutputStream(bytes));
      DataInputStream file = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      file.readByte();
      Shape[] shapes = new Shape[file.readInt()];
      for (int i = 0; i < shapes.length; i++) {
        shapes[i] = Shape.decode(file);
      }
      return shapes;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array of bytes throws none
    }
  }
}
