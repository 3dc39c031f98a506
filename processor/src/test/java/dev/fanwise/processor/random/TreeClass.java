package dev.fanwise.processor.random;

import dev.fanwise.processor.harness.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A class of a random model tree.
 *
 * @param superclass the class that it extends, or null
 * @param form how it is written
 * @param members its own weights and submodules, in order
 * @param element the class of a generic class's submodules, else null
 */
record TreeClass(
    String name, TreeClass superclass, Form form, List<Member> members, TreeClass element) {

  /** How a class is written. */
  enum Form {
    /** With weights, and submodules that fields hold from the start. */
    CLASS,
    /** A record, all of whose components are submodules. */
    RECORD,
    /** A class whose submodules are of a type variable. */
    GENERIC
  }

  /** A weight or a field of submodules. */
  interface Member {
    String name();
  }

  /** A weight field. */
  record Weight(CatalogueField field, boolean symbolic) implements Member {
    @Override
    public String name() {
      return field.name();
    }
  }

  /** What is around submodules: an array or list of some length, or a map with some keys. */
  record Around(Kind kind, List<String> steps, boolean wildcard) {}

  /** The kinds of containers. */
  enum Kind {
    ARRAY,
    LIST,
    MAP
  }

  /**
   * A field of submodules.
   *
   * @param around outermost first
   * @param type the class that the field names
   * @param made the class of the objects: that or one below it
   */
  record Part(String name, List<Around> around, TreeClass type, TreeClass made) implements Member {}

  /** A parameter of a tree as the contract has it. */
  record Parameter(String name, long key, CatalogueField field) {}

  /** Hands out the parameters of an object, in order; section 4 of the contract. */
  void walk(String prefix, long seed, Consumer<Parameter> parameters) {
    for (Member member : allMembers()) {
      long key = Reference.key(seed, member.name());
      if (member instanceof Weight weight) {
        parameters.accept(new Parameter(prefix + member.name(), key, weight.field()));
      } else {
        walk((Part) member, 0, prefix + member.name(), key, parameters);
      }
    }
  }

  private static void walk(
      Part part, int depth, String path, long seed, Consumer<Parameter> parameters) {
    if (depth == part.around().size()) {
      part.type().walk(path + ".", seed, parameters);
      return;
    }
    Around around = part.around().get(depth);
    for (int i = 0; i < around.steps().size(); i++) {
      String step = around.steps().get(i);
      long id = around.kind() == Kind.MAP ? Reference.id(step) : i;
      walk(part, depth + 1, path + "." + step, Reference.threefry(seed, id), parameters);
    }
  }

  List<Member> allMembers() {
    List<Member> all = new ArrayList<>(superclass == null ? List.of() : superclass.allMembers());
    all.addAll(members);
    return all;
  }

  /** How many parameters an object has. */
  int size() {
    int[] size = {0};
    walk("", 0, parameter -> size[0]++);
    return size[0];
  }
}
