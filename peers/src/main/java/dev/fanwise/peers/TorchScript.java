package dev.fanwise.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a TorchScript archive, as {@code torch.jit.save} would, for a module of one line. */
final class TorchScript {
  /** A pickled object of class {@code __torch__.InPlace} with one attribute, training = False. */
  private static final String MODULE =
      "\u0080\u0002c__torch__\nInPlace\n)\u0081}X\u0008\0\0\0training\u0089sb.";

  /** The pickled empty tuple. */
  private static final String NO_CONSTANTS = "\u0080\u0002).";

  private TorchScript() {}

  /** A module whose forward method evaluates an expression over one tensor, {@code x}. */
  static byte[] inPlace(String expression) {
    return of(expression, "x");
  }

  /**
   * A module whose forward method evaluates an expression.
   *
   * @param expression one of TorchScript, whose value is a tensor
   * @param tensors the names of its arguments
   */
  static byte[] of(String expression, String... tensors) {
    String code =
        "class InPlace(Module):\n"
            + "  __parameters__ = []\n"
            + "  __buffers__ = []\n"
            + "  training : bool\n"
            + "  def forward(self: __torch__.InPlace, "
            + String.join(", ", tensors)
            + ") -> Tensor:\n"
            + "    return "
            + expression
            + "\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", MODULE);
      store(zip, "code/__torch__.py", code);
      store(zip, "constants.pkl", NO_CONSTANTS);
      store(zip, "version", "3\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** PyTorch reads only entries that are not compressed. */
  private static void store(ZipOutputStream zip, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry("InPlace/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
