/** Since JDK 23, javac passes over a processor that is merely on the class path. */
final class Check {
  public static void main(String[] arguments) {
    boolean expected = Boolean.parseBoolean(System.getProperty("generated"));
    if (isGenerated() != expected) {
      throw new AssertionError("NetInitializer is there: " + !expected);
    }
  }

  private static boolean isGenerated() {
    try {
      Class.forName("NetInitializer");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
