package dev.fanwise.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Sources by javac's trees. It alone makes the classes that need those. */
final class TreeSources implements Sources {
  private final Trees trees;
  private final Elements elements;
  private final Map<CompilationUnitTree, Changes> changes = new HashMap<>();

  private TreeSources(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
  }

  static Sources of(ProcessingEnvironment environment) {
    return new TreeSources(Trees.instance(environment), environment.getElementUtils());
  }

  @Override
  public Made.Instance any(TypeElement type, boolean isExact) {
    try {
      Made made = new Constructors(trees, elements).any(type);
      if (made instanceof Made.Instance object) {
        return isExact ? object : object.finals();
      }
    } catch (Constructors.TooMuch e) {
      return new Made.Instance(type); // Nothing is known of it then.
    }
    return new Made.Instance(type);
  }

  @Override
  public Made get(Made.Instance object, Element member) {
    VariableElement field =
        member instanceof ExecutableElement method
            ? Constructors.component(method, trees)
            : (VariableElement) member;
    if (field == null) {
      return Made.UNKNOWN;
    }
    Made value = Expressions.value(field, object);
    return value == Made.UNKNOWN || isFixed(field, value) ? value : Made.UNKNOWN;
  }

  /** Whether a field still holds what it was given when its object was made. */
  private boolean isFixed(VariableElement field, Made value) {
    if (field.getConstantValue() != null) {
      return true;
    }
    Tree tree = trees.getTree(field);
    TreePath path = trees.getPath(field);
    if (!(tree instanceof VariableTree variable
        && path != null
        && path.getParentPath().getLeaf() instanceof ClassTree owner)) {
      return false;
    }
    boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
    if (isFinal && !(value instanceof Made.Several)) {
      return true;
    }
    // A number that is there from the start is meant to be changed.
    boolean isDefault = value.number() != null && variable.getInitializer() != null;
    if (!isFinal && (isDefault || hasLombok(field))) {
      return false;
    }
    Changes ofFile = changes.computeIfAbsent(path.getCompilationUnit(), Changes::in);
    return !ofFile.reach(field.getSimpleName().toString(), owner);
  }

  /** Lombok may add methods that set it. */
  private static boolean hasLombok(VariableElement field) {
    return Stream.of(field, field.getEnclosingElement())
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .anyMatch(annotation -> annotation.getAnnotationType().toString().startsWith("lombok."));
  }
}
