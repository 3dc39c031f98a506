package dev.fanwise.processor.random;

import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.random.TreeClass.Around;
import dev.fanwise.processor.random.TreeClass.Form;
import dev.fanwise.processor.random.TreeClass.Kind;
import dev.fanwise.processor.random.TreeClass.Member;
import dev.fanwise.processor.random.TreeClass.Part;
import dev.fanwise.processor.random.TreeClass.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random models made of models. */
final class RandomTrees {
  /** A member of the topmost class that stays when others go. */
  static final String ANCHOR = "anchor";

  /** More parameters than this are of no use. */
  private static final int MOST_PARAMETERS = 60;

  /** Names that generated code has uses of its own for, and others; each is used once. */
  private static final List<String> NAMES =
      List.of(
          "model",
          "seed",
          "path",
          "here",
          "shards",
          "visitor",
          "parameters",
          "i",
          "j",
          "k",
          "name",
          "name1",
          "iSeed",
          "headPath",
          "Keys",
          "ModelPath",
          "blocks",
          "head",
          "b$",
          "$L",
          "gr\u00f6\u00dfe",
          "count",
          "info",
          "pool",
          "check",
          "java",
          "dev",
          "p");

  private static final List<String> KEYS = List.of("a", "b.c", "0", "\"q\"", "gr\u00f6\u00dfe", "");

  private final Random random;
  private final List<TreeClass> classes = new ArrayList<>();
  private final Set<String> usedNames = new HashSet<>();
  private int names;

  private RandomTrees(Random random) {
    this.random = random;
  }

  /** The topmost class of a tree. */
  static TreeClass of(Random random) {
    RandomTrees trees = new RandomTrees(random);
    trees.add(Form.CLASS, null, 1 + random.nextInt(2), 0);
    for (int i = random.nextInt(7); i >= 0; i--) {
      Form form = Form.values()[random.nextInt(3)];
      TreeClass above = form == Form.CLASS && random.nextBoolean() ? trees.plainClass() : null;
      boolean isEmpty = above != null && random.nextInt(3) == 0;
      int weights = form == Form.RECORD || isEmpty ? 0 : random.nextInt(3);
      trees.add(form, above, weights, isEmpty ? 0 : 1 + random.nextInt(2));
    }
    List<Member> members = trees.members(1, 2 + random.nextInt(3), null);
    members.add(trees.weight(ANCHOR));
    return new TreeClass("Top", null, Form.CLASS, members, null);
  }

  private TreeClass plainClass() {
    List<TreeClass> plain = classes.stream().filter(one -> one.form() == Form.CLASS).toList();
    return plain.get(random.nextInt(plain.size()));
  }

  private void add(Form form, TreeClass above, int weights, int parts) {
    TreeClass element = form == Form.GENERIC ? plainClass() : null;
    if (element != null && element.size() > MOST_PARAMETERS) {
      element = classes.get(0); // All parts of a generic class are of this one.
    }
    List<Member> members = members(weights, parts, element);
    classes.add(new TreeClass("M" + classes.size(), above, form, members, element));
  }

  private List<Member> members(int weights, int parts, TreeClass element) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < weights; i++) {
      members.add(weight(newName()));
    }
    for (int i = 0; i < parts; i++) {
      members.add(part(newName(), element));
    }
    Collections.shuffle(members, random);
    return members;
  }

  /** A name that no other member of the tree has. */
  private String newName() {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return usedNames.add(name) ? name : name + "_" + names++;
  }

  private Weight weight(String name) {
    int rank = 1 + random.nextInt(3);
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = 1 + random.nextInt(5);
    }
    Layer layer = random.nextBoolean() || rank == 1 ? Layer.of(shape) : Layer.of(shape).io();
    CatalogueField field;
    do {
      FieldKind kind = FieldKind.values()[random.nextInt(FieldKind.values().length)];
      field = CatalogueSchemes.field(random, name, kind, layer, List.of());
    } while (field.law() == null);
    return new Weight(field, random.nextBoolean());
  }

  private Part part(String name, TreeClass element) {
    TreeClass made = element == null ? classes.get(random.nextInt(classes.size())) : element;
    TreeClass type = made;
    if (element == null && made.superclass() != null && random.nextInt(3) == 0) {
      type = made.superclass();
    }
    List<Around> around = new ArrayList<>();
    int objects = 1;
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      Around one = around();
      if (objects * one.steps().size() * made.size() <= MOST_PARAMETERS) {
        around.add(one);
        objects *= one.steps().size();
      }
    }
    return made.size() > MOST_PARAMETERS
        ? new Part(name, around, classes.get(0), classes.get(0))
        : new Part(name, around, type, made);
  }

  private Around around() {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    int length = random.nextInt(4);
    List<String> steps = new ArrayList<>();
    if (kind == Kind.MAP) {
      List<String> keys = new ArrayList<>(KEYS);
      Collections.shuffle(keys, random);
      steps.addAll(keys.subList(0, length));
    }
    for (int i = steps.size(); i < length; i++) {
      steps.add(Integer.toString(i));
    }
    return new Around(kind, steps, random.nextBoolean());
  }

  /** All classes of a tree by name. */
  static Map<String, TreeClass> classesOf(TreeClass top) {
    Map<String, TreeClass> all = new LinkedHashMap<>();
    collect(top, all);
    return all;
  }

  private static void collect(TreeClass type, Map<String, TreeClass> all) {
    if (type == null || all.putIfAbsent(type.name(), type) != null) {
      return;
    }
    collect(type.superclass(), all);
    collect(type.element(), all);
    for (Member member : type.members()) {
      if (member instanceof Part part) {
        collect(part.type(), all);
        collect(part.made(), all);
      }
    }
  }

  /** The same tree with its members in another order, without some of them, and with others. */
  static TreeClass changed(TreeClass top, Random random) {
    RandomTrees trees = new RandomTrees(random);
    return trees.changed(top, new HashMap<>());
  }

  private TreeClass changed(TreeClass type, Map<String, TreeClass> done) {
    if (type == null) {
      return null;
    }
    TreeClass earlier = done.get(type.name());
    if (earlier != null) {
      return earlier;
    }
    List<Member> members = new ArrayList<>();
    for (Member member : type.members()) {
      boolean stays = type.members().size() == 1 || member.name().equals(ANCHOR);
      if (stays || members.isEmpty() || random.nextInt(5) > 0) {
        members.add(
            member instanceof Part part
                ? new Part(
                    part.name(),
                    part.around(),
                    changed(part.type(), done),
                    changed(part.made(), done))
                : member);
      }
    }
    if (type.form() != Form.RECORD && random.nextBoolean()) {
      members.add(weight("added" + names++));
    }
    Collections.shuffle(members, random);
    TreeClass element = changed(type.element(), done);
    TreeClass changed =
        new TreeClass(type.name(), changed(type.superclass(), done), type.form(), members, element);
    done.put(type.name(), changed);
    return changed;
  }
}
