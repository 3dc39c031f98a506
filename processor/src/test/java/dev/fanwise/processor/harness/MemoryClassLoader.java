package dev.fanwise.processor.harness;

/** Loads what a run of javac compiled. */
final class MemoryClassLoader extends ClassLoader {
  private final Outcome run;

  MemoryClassLoader(Outcome run) {
    super(MemoryClassLoader.class.getClassLoader());
    this.run = run;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = find(run, name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] find(Outcome run, String name) {
    byte[] bytes = run.classes().get(name);
    for (Outcome before : run.earlier()) {
      bytes = bytes == null ? find(before, name) : bytes;
    }
    return bytes;
  }
}
