package dev.fanwise.inspect;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of itself.
 *
 * @param name the binary name
 * @param release the Java release that it needs
 * @param isModel whether fields have annotations of Fanwise's
 * @param isGenerated whether Fanwise generated it
 */
record ClassFile(String name, int release, boolean isModel, boolean isGenerated) {
  private static final String ANNOTATIONS = "Ldev/fanwise/";
  private static final String GENERATED = "Ldev/fanwise/FanwiseGenerated;";

  /** The major version of the class files of Java 1. */
  private static final int JAVA_0 = 44;

  private static final int NEWEST_KNOWN = 25;

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException if it is none, or is damaged
   */
  static ClassFile read(byte[] bytes) {
    if (bytes.length < 10 || bytes[0] != (byte) 0xca || bytes[1] != (byte) 0xfe) {
      throw new IllegalArgumentException("no class file");
    }
    int release = ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) - JAVA_0;
    try {
      ClassReader reader = new ClassReader(asKnown(bytes, release));
      Visitor visitor = new Visitor();
      reader.accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      return new ClassFile(
          reader.getClassName().replace('/', '.'), release, visitor.isModel, visitor.isGenerated);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("damaged", e);
    }
  }

  /** ASM refuses what is newer than itself; but names and annotations are where they ever were. */
  private static byte[] asKnown(byte[] bytes, int release) {
    if (release <= NEWEST_KNOWN) {
      return bytes;
    }
    byte[] known = bytes.clone();
    known[6] = 0;
    known[7] = (byte) (JAVA_0 + NEWEST_KNOWN);
    return known;
  }

  private static final class Visitor extends ClassVisitor {
    private boolean isModel;
    private boolean isGenerated;

    Visitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      isGenerated |= descriptor.equals(GENERATED);
      return null;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      return new FieldVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          isModel |= annotation.startsWith(ANNOTATIONS);
          return null;
        }
      };
    }
  }
}
