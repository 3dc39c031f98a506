package dev.fanwise.runtime;

/** Arrays for a model's fields that have none. */
public final class Allocation {
  private static final ParameterVisitor ALLOCATING =
      new ParameterVisitor() {
        @Override
        public void visit(ParameterInfo info, Object weights) {
          // Whoever hands the weights out has given the field its array before.
        }

        @Override
        public boolean wantsArrays() {
          return true;
        }
      };

  private Allocation() {}

  /**
   * Gives arrays to fields that are null.
   *
   * @param name the model's name, for the message
   * @param model the model, which has been checked
   * @throws OutOfMemoryError if there is no memory for them all: it names the first that has none,
   *     and the bytes that the model needs
   */
  public static void of(String name, ParameterSource model) {
    try {
      model.visitParameters(ALLOCATING);
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, name, model);
    }
  }
}
