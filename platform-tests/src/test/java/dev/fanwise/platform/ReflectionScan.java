package dev.fanwise.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds in a class file what needs a reflection, resource or service entry in a native image or a
 * keep rule on Android: every use of such a class or method, and every {@code invokedynamic} that
 * does not stand for a lambda or a concatenation of strings.
 */
final class ReflectionScan extends ClassVisitor {
  private static final int API = Opcodes.ASM9;

  private static final List<String> CLASSES =
      List.of(
          "java/lang/reflect/",
          "java/lang/invoke/",
          "java/util/ServiceLoader",
          "sun/misc/Unsafe",
          "jdk/internal/misc/Unsafe");

  /** Owner and beginning of the name of methods that find things by name. */
  private static final List<String> METHODS =
      List.of(
          "java/lang/Class.forName",
          "java/lang/Class.newInstance",
          "java/lang/Class.getResource",
          "java/lang/Class.getField",
          "java/lang/Class.getMethod",
          "java/lang/Class.getConstructor",
          "java/lang/Class.getDeclared",
          "java/lang/Class.getEnumConstants",
          "java/lang/Class.getRecordComponents",
          "java/lang/Enum.valueOf",
          "java/lang/ClassLoader.",
          "java/lang/Module.getResource");

  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java/lang/invoke/LambdaMetafactory.metafactory",
          "java/lang/invoke/LambdaMetafactory.altMetafactory",
          "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
          "java/lang/invoke/StringConcatFactory.makeConcat");

  private final Set<String> found = new TreeSet<>();
  private boolean isEnum;

  private ReflectionScan() {
    super(API);
  }

  /** What was found, sorted: {@code java/lang/Class.forName}. */
  static List<String> of(byte[] classFile) {
    ReflectionScan scan = new ReflectionScan();
    new ClassReader(classFile).accept(scan, ClassReader.SKIP_FRAMES);
    return new ArrayList<>(scan.found);
  }

  private void type(Type type) {
    if (type.getSort() == Type.METHOD) {
      type(type.getReturnType());
      for (Type argument : type.getArgumentTypes()) {
        type(argument);
      }
    } else if (type.getSort() == Type.ARRAY) {
      type(type.getElementType());
    } else if (type.getSort() == Type.OBJECT) {
      String name = type.getInternalName();
      if (CLASSES.stream().anyMatch(name::startsWith)) {
        found.add(name);
      }
    }
  }

  private void descriptor(String descriptor) {
    type(Type.getType(descriptor));
  }

  private void internalName(String name) {
    type(Type.getObjectType(name));
  }

  private void use(String owner, String name, String descriptor) {
    internalName(owner);
    descriptor(descriptor);
    String use = owner + "." + name;
    if (METHODS.stream().anyMatch(use::startsWith)) {
      found.add(use);
    }
  }

  private void constant(Object value) {
    if (value instanceof Type type) {
      type(type);
    } else if (value instanceof Handle handle) {
      use(handle.getOwner(), handle.getName(), handle.getDesc());
    } else if (value instanceof ConstantDynamic dynamic) {
      dynamic(dynamic.getBootstrapMethod());
    }
  }

  private void dynamic(Handle bootstrap) {
    String name = bootstrap.getOwner() + "." + bootstrap.getName();
    if (!BOOTSTRAPS.contains(name)) {
      found.add(name);
    }
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String above, String[] interfaces) {
    isEnum = (access & Opcodes.ACC_ENUM) != 0;
    if (above != null) {
      internalName(above);
    }
    for (String one : interfaces) {
      internalName(one);
    }
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    descriptor(descriptor);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    descriptor(descriptor);
    // javac writes it into each enum; who calls it is found there.
    boolean isValueOf = isEnum && name.equals("valueOf");
    return isValueOf ? null : new Code();
  }

  private final class Code extends MethodVisitor {
    Code() {
      super(API);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      use(owner, name, descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      use(owner, name, descriptor);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      internalName(type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      descriptor(descriptor);
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      if (type != null) {
        internalName(type);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      descriptor(descriptor);
      dynamic(bootstrap);
      for (Object argument : arguments) {
        constant(argument);
      }
    }
  }
}
