package dev.fanwise.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no honest writer makes. */
class HostileFilesTest {
  private static final String W = "'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

  @TempDir Path folder;

  /** A file with a header, in which ' stands for ", and as many bytes of data. */
  private static byte[] file(String header, int data) {
    return file(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8), data);
  }

  private static byte[] file(byte[] json, int data) {
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    return file.array();
  }

  private static byte[] withLength(long length) {
    byte[] file = file("{" + W + "}", 8);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    return file;
  }

  private static ParameterSource model(float[] w) {
    return visitor -> visitor.visit(ParameterInfo.of("w", 2).normal(0, 1), w);
  }

  private void assertRefused(String fault, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("f"), bytes);
    float[] w = {1, 2};
    IOException refused =
        assertThrows(
            MalformedFileException.class,
            () -> Safetensors.read(file, model(w), ReadOptions.strict()));
    assertEquals(file + " is not well-formed: " + fault, refused.getMessage());
    assertThrows(
        MalformedFileException.class,
        () -> Checkpoint.read(file, model(w), ReadOptions.strict().ignoreExtra().allowMissing()));
    assertArrayEquals(new float[] {1, 2}, w);
  }

  @Test
  void theOneThatTheOthersAreMadeOf() throws IOException {
    Path file = Files.write(folder.resolve("f"), file("{" + W + "}", 8));
    float[] w = {1, 2};
    assertEquals("[w]", Safetensors.read(file, model(w), ReadOptions.strict()).read().toString());
    assertArrayEquals(new float[2], w);
  }

  @Test
  void lengths() throws IOException {
    for (int size : new int[] {0, 1, 7}) {
      assertRefused("it has " + size + " bytes, less than the length of a header", new byte[size]);
    }
    String range = ", but headers have 2 to 100000000: is it a safetensors file?";
    assertRefused("its header has 0 bytes by its first eight" + range, new byte[8]);
    assertRefused("its header has 1 bytes by its first eight" + range, withLength(1));
    assertRefused(
        "its header has 100000001 bytes by its first eight" + range, withLength(100_000_001));
    assertRefused(
        "its header has 9223372036854775807 bytes by its first eight" + range,
        withLength(Long.MAX_VALUE));
    assertRefused("its header has more than 2^63 bytes by its first eight" + range, withLength(-1));
    assertRefused(
        "its header has more than 2^63 bytes by its first eight" + range,
        withLength(Long.MIN_VALUE));
    byte[] sound = file("{" + W + "}", 8);
    assertRefused(
        "its header has 99999999 bytes, but the file ends after " + sound.length,
        withLength(99_999_999));
    assertRefused("its header has 54 bytes, but the file ends after 60", Arrays.copyOf(sound, 60));
    assertRefused(
        "its data end after 7 bytes, but its header tells of 8",
        Arrays.copyOf(sound, sound.length - 1));
    assertRefused(
        "its data end after 0 bytes, but its header tells of 8",
        Arrays.copyOf(sound, sound.length - 8));
    assertRefused(
        "bytes 8 to 9 of its data belong to no tensor. Some writers leave them where a name came"
            + " twice: write the file again with a name for each",
        Arrays.copyOf(sound, sound.length + 1));
    byte[] zip = "PK\3\4 a file of PyTorch's own".getBytes(StandardCharsets.UTF_8);
    assertTrue(
        assertThrows(
                MalformedFileException.class,
                () ->
                    Checkpoint.read(
                        Files.write(folder.resolve("z"), zip),
                        model(new float[2]),
                        ReadOptions.strict()))
            .getMessage()
            .endsWith("is it a safetensors file?"));
  }

  @Test
  void texts() throws IOException {
    assertRefused("its header does not begin with '{'", file("[1]", 0));
    assertRefused("its header does not begin with '{'", file(" {}", 0));
    assertRefused("it ends too early", file("{'w'", 0));
    assertRefused("it ends too early", file("{'w", 0));
    assertRefused("it ends too early", file("{'w\\", 0));
    assertRefused("it ends too early", file("{'w\\u00", 0));
    assertRefused("expected a hexadecimal digit at character 5", file("{'\\u0g'}", 0));
    assertRefused("expected an escape at character 3", file("{'\\x'}", 0));
    assertRefused(
        "expected an escape in place of a control character at character 2", file("{'\n'}", 0));
    assertRefused("expected '\"' at character 1", file("{w:1}", 0));
    assertRefused("expected '\"' at character 1", file("{1:1}", 0));
    assertRefused("expected ':' at character 4", file("{'w'1}", 0));
    assertRefused("expected '}' at character 6", file("{'w':1 'x'}".replace(" ", ""), 0));
    assertRefused("expected '\"' at character " + (W.length() + 2), file("{" + W + ",}", 8));
    assertRefused("expected the end at character " + (W.length() + 2), file("{" + W + "}x", 8));
    assertRefused("expected the end at character 2", file("{}{}", 0));
    assertRefused("expected the end at character " + (W.length() + 2), file("{" + W + "}\0", 8));
    assertRefused("expected a value at character 5", file("{'w':nul}", 0));
    assertRefused("expected a value at character 5", file("{'w':NaN}", 0));
    assertRefused("expected a value at character 6", file("{'w':-}", 0));
    assertRefused("expected a value at character 7", file("{'w':1.}", 0));
    assertRefused("expected a value at character 8", file("{'w':1e+}", 0));
    assertRefused("expected a number without a leading zero at character 5", file("{'w':01}", 0));
    byte[] latin = file("{'w':'x'}", 0);
    latin[14] = (byte) 0xE9;
    assertRefused("its text is not UTF-8", latin);
    byte[] surrogate = file("{'xxx':1}", 0);
    System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, surrogate, 10, 3);
    assertRefused("its text is not UTF-8", surrogate);
    assertRefused(
        "it is nested more than 32 levels deep", file("{'w':" + "[".repeat(100_000) + "}", 0));
    assertRefused("it is nested more than 32 levels deep", file("{'w':".repeat(100_000), 0));
  }

  @Test
  void namesAndMetadata() throws IOException {
    assertRefused("the name \"w\" comes twice", file("{" + W + "," + W + "}", 8));
    assertRefused(
        "the name \"w\" comes twice", file("{" + W + "," + W.replace("'w'", "'\\u0077'") + "}", 8));
    assertRefused(
        "the name \"dtype\" comes twice",
        file("{" + W.replace("'dtype':", "'dtype':'F32','dtype':") + "}", 8));
    assertRefused("a tensor has no name", file("{" + W.replace("'w'", "''") + "}", 8));
    String texts = "its __metadata__ are not texts by names";
    assertRefused(texts, file("{'__metadata__':1," + W + "}", 8));
    assertRefused(texts, file("{'__metadata__':null," + W + "}", 8));
    assertRefused(texts, file("{'__metadata__':{'a':1}," + W + "}", 8));
    assertRefused(texts, file("{" + W.replace("w", "__metadata__") + "}", 8));
  }

  private void assertEntryRefused(String fault, String entry) throws IOException {
    assertRefused("tensor \"w\" " + fault, file("{'w':" + entry + "}", 8));
  }

  @Test
  void entries() throws IOException {
    assertEntryRefused("is no object", "[]");
    assertEntryRefused("is no object", "null");
    assertEntryRefused("has no text as its dtype", "{}");
    assertEntryRefused("has no text as its dtype", "{'dtype':32,'shape':[2],'data_offsets':[0,8]}");
    assertEntryRefused(
        "has dtype \"f32\", which the format has not",
        "{'dtype':'f32','shape':[2],'data_offsets':[0,8]}");
    assertEntryRefused("has no list as its shape", "{'dtype':'F32','data_offsets':[0,8]}");
    assertEntryRefused(
        "has no list as its shape", "{'dtype':'F32','shape':2,'data_offsets':[0,8]}");
    assertEntryRefused("has no list as its data_offsets", "{'dtype':'F32','shape':[2]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "1.5",
        "2.0",
        "2e0",
        "'2'",
        "null",
        "true",
        "[2]",
        "{}",
        "9223372036854775808",
        "18446744073709551616",
        "99999999999999999999999999",
        "-0"
      })
  void whatIsNoCount(String number) throws IOException {
    assertEntryRefused(
        "has in its shape what is no count below 2^63",
        "{'dtype':'F32','shape':[" + number + "],'data_offsets':[0,8]}");
    assertEntryRefused(
        "has in its data_offsets what is no count below 2^63",
        "{'dtype':'F32','shape':[2],'data_offsets':[" + number + ",8]}");
  }

  @Test
  void sizes() throws IOException {
    String offsets = "{'dtype':'F32','shape':[2],'data_offsets':";
    assertEntryRefused("has data_offsets [], not a beginning and an end", offsets + "[]}");
    assertEntryRefused("has data_offsets [0], not a beginning and an end", offsets + "[0]}");
    assertEntryRefused(
        "has data_offsets [0, 8, 8], not a beginning and an end", offsets + "[0,8,8]}");
    assertEntryRefused("has data_offsets [8, 0], not a beginning and an end", offsets + "[8,0]}");
    assertEntryRefused("has 7 bytes, but its shape [2] of F32 needs 8", offsets + "[0,7]}");
    assertEntryRefused(
        "has 9223372036854775807 bytes, but its shape [2] of F32 needs 8",
        offsets + "[0,9223372036854775807]}");
    assertEntryRefused(
        "has shape [4294967296, 4294967296] with more elements than 2^63 bits hold",
        "{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}");
    assertEntryRefused(
        "has shape [9223372036854775807, 2] with more elements than 2^63 bits hold",
        "{'dtype':'F32','shape':[9223372036854775807,2],'data_offsets':[0,8]}");
    assertEntryRefused(
        "has 0 bytes, but its shape [1152921504606846] of F32 needs 4611686018427384",
        "{'dtype':'F32','shape':[1152921504606846],'data_offsets':[0,0]}");
    assertEntryRefused(
        "has 1 bytes, but its shape [1] of F4 needs 0",
        "{'dtype':'F4','shape':[1],'data_offsets':[0,1]}");
  }

  private static String tensor(String name, int from, int to) {
    return String.format(
        "'%s':{'dtype':'U8','shape':[%d],'data_offsets':[%d,%d]}", name, to - from, from, to);
  }

  @Test
  void ranges() throws IOException {
    assertRefused(
        "tensors \"w\" and \"x\" overlap at byte 4 of the data",
        file("{" + W + "," + tensor("x", 4, 12) + "}", 12));
    assertRefused(
        "tensors \"w\" and \"x\" overlap at byte 0 of the data",
        file("{" + W + "," + tensor("x", 0, 8) + "}", 8));
    assertRefused(
        "tensors \"y\" and \"w\" overlap at byte 0 of the data",
        file("{" + W + "," + tensor("y", 0, 4) + "," + tensor("z", 4, 8) + "}", 8));
    String hole =
        " of its data belong to no tensor. Some writers leave them where a name came twice: write"
            + " the file again with a name for each";
    assertRefused("bytes 8 to 10" + hole, file("{" + W + "," + tensor("x", 10, 12) + "}", 12));
    assertRefused("bytes 0 to 4" + hole, file("{" + tensor("x", 4, 12) + "}", 12));
    assertRefused(
        "bytes 8 to 9223372036854775800" + hole,
        file(
            "{"
                + W
                + ",'x':{'dtype':'U8','shape':[7],'data_offsets':[9223372036854775800,"
                + "9223372036854775807]}}",
            8));
  }

  @Test
  void aLongNameMakesAShortMessage() throws IOException {
    String name = "n".repeat(1_000_000);
    assertRefused(
        "tensor \"" + "n".repeat(200) + "…\" is no object", file("{'" + name + "':1}", 0));
  }

  @Test
  void oddBytesAndForeignTypesAreNoFault() throws IOException {
    // As DJL 0.38 writes: data at an odd byte, members in another order, blanks in JSON.
    String header =
        "{ 'i' : {'shape':[], 'data_offsets':[0, 1] ,'dtype':'BOOL'},"
            + "'w':{'data_offsets':[1,9],'dtype':'F32','shape':[2]}} ";
    Path file = folder.resolve("odd");
    byte[] bytes = file(header, 9);
    assertEquals(1, bytes.length % 2);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 8, 5f);
    Files.write(file, bytes);
    float[] w = new float[2];
    ReadReport report = Safetensors.read(file, model(w), ReadOptions.strict().ignoreExtra());
    assertEquals("1 tensors read, ignored [i], missing []", report.toString());
    assertArrayEquals(new float[] {5, 0}, w);
    Arrays.fill(w, 0);
    Safetensors.read(new ByteArrayInputStream(bytes), model(w), ReadOptions.strict().ignoreExtra());
    assertArrayEquals(new float[] {5, 0}, w);
  }

  @Test
  void aStreamThatEndsEarly() {
    byte[] sound = file("{" + W + "}", 8);
    for (int size = 0; size < sound.length; size++) {
      byte[] cut = Arrays.copyOf(sound, size);
      String within = size < sound.length - 8 ? "its header" : "w";
      assertEquals(
          "the stream ends within " + within,
          assertThrows(
                  EOFException.class,
                  () ->
                      Safetensors.read(
                          new ByteArrayInputStream(cut), model(new float[2]), ReadOptions.strict()))
              .getMessage());
    }
    // A header of 100 MB is not believed, but read: here it does not come.
    assertThrows(
        EOFException.class,
        () ->
            Safetensors.read(
                new ByteArrayInputStream(withLength(100_000_000)),
                model(new float[2]),
                ReadOptions.strict()));
  }

  /** Whatever the bytes: a well-formed file, or one of the exceptions that are promised. */
  private void assertTame(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("fuzz"), bytes);
    float[] w = {1, 2};
    ReadOptions options = ReadOptions.strict().ignoreExtra().allowMissing();
    try {
      Checkpoint.read(file, model(w), options);
    } catch (MalformedFileException | IllegalArgumentException e) {
      assertArrayEquals(new float[] {1, 2}, w);
    }
    try {
      Safetensors.read(new ByteArrayInputStream(bytes), model(w), options);
    } catch (MalformedFileException | EOFException | IllegalArgumentException e) {
      assertTrue(e.getMessage().length() < 2000, e::getMessage);
    }
  }

  /** An index of two files, changed: what it may not say is refused, and nothing else is read. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void changedIndexes(@ForAll long seed) throws IOException {
    folder = Files.createTempDirectory("fuzz");
    WriteOptions options = WriteOptions.defaults().maxShardBytes(1);
    Lazy model = new Lazy(1).normal("v", DataType.F32, 2).normal("w", DataType.F32, 2);
    Checkpoint.write(folder, model.list(), options);
    Path index = folder.resolve("model.safetensors.index.json");
    byte[] bytes = Files.readAllBytes(index);
    Random random = new Random(seed);
    String alphabet = "{}[]\",:01234567/.\\vwmodel ";
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] =
          random.nextInt(4) == 0
              ? (byte) random.nextInt()
              : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
    }
    Files.write(index, bytes);
    float[] w = {1, 2};
    try {
      Checkpoint.read(folder, model(w), ReadOptions.strict().ignoreExtra().allowMissing());
    } catch (MalformedFileException | IllegalArgumentException | NoSuchFileException e) {
      assertArrayEquals(new float[] {1, 2}, w);
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void changedBytes(@ForAll long seed) throws IOException {
    folder = Files.createTempDirectory("fuzz");
    Random random = new Random(seed);
    byte[] bytes = file("{'__metadata__':{'a':'b'}," + W + "," + tensor("x", 8, 12) + "}", 12);
    String alphabet = "{}[]\",:0123456789-.eE\\unltrasbf \u0000\u00ff";
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
    }
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length * 2));
    }
    assertTame(bytes);
    Files.delete(folder.resolve("fuzz"));
    Files.delete(folder);
  }

  @Property(tries = 300)
  void anyHeader(@ForAll byte[] header, @ForAll String text) throws IOException {
    folder = Files.createTempDirectory("fuzz");
    assertTame(file(header, 8));
    assertTame(header);
    assertTame(file("{" + text + "}", 8));
    assertTame(file("{'" + text + "':{'dtype':'" + text + "'}}", 8));
    Files.delete(folder.resolve("fuzz"));
    Files.delete(folder);
  }
}
