package dev.fanwise.processor.report;

/** Eclipse's compiler, which in a few matters is not as the language's model of it has it. */
public final class Eclipse {
  private Eclipse() {}

  /** Whether an object that a compiler has handed out is of Eclipse's. */
  public static boolean made(Object one) {
    return one.getClass().getName().startsWith("org.eclipse.jdt.");
  }
}
