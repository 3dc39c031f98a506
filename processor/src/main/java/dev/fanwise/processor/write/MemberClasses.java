package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Where the methods for single members go: into the generated class, or, where the members are so
 * many that the class could not hold all constants, into nested classes. What users call stays in
 * the generated class by its name, and calls the nested one's.
 *
 * <pre>{@code
 * public static void fillHidden(float[] hidden, long seed) {
 *   Weights1.fillHidden(hidden, seed);
 * }
 *
 * private static final class Weights1 {
 *   static void fillHidden(float[] hidden, long seed) {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>A class holds 65,535 constants. A member takes 20 or so of them, up to 60 if its dimensions
 * are symbolic; a name and two methods that only call take 5.
 */
final class MemberClasses {
  /** How many members the generated class has methods for itself, and each nested class. */
  static final int MEMBERS_A_CLASS = 1000;

  private final ClassName name;
  private final TypeSpec.Builder outer;
  private final boolean areNested;
  private final Map<String, TypeSpec.Builder> nested = new LinkedHashMap<>();

  MemberClasses(InitializerPlan plan, TypeSpec.Builder outer) {
    this.name = ClassName.get(plan.packageName(), plan.className());
    this.outer = outer;
    int inModules = plan.modules().stream().mapToInt(module -> module.members().size()).sum();
    this.areNested = plan.members().size() + inModules > MEMBERS_A_CLASS;
  }

  /** Whether there are nested classes. */
  boolean areNested() {
    return areNested;
  }

  /** The number of the nested class that has a member's methods, from 1; 0 if there is none. */
  int number(int member) {
    return areNested ? member / MEMBERS_A_CLASS + 1 : 0;
  }

  /** What stands before the name of a member's method where it is called from outside. */
  String qualifier(ModulePlan module, int member) {
    return areNested ? name(module, number(member)) + "." : "";
  }

  /**
   * What stands before the name of a module's method where a member's calls it: in a nested class
   * the name alone could be that of a weight's method.
   */
  CodeBlock outerQualifier() {
    return areNested ? CodeBlock.of("$T.", name) : CodeBlock.of("");
  }

  private static String name(ModulePlan module, int number) {
    return "Weights" + number + (module.suffix().isEmpty() ? "" : "Of" + module.suffix());
  }

  /** Adds a method of a member's, which users call if it is public. */
  void add(ModulePlan module, int member, MethodSpec method) {
    if (!areNested) {
      outer.addMethod(method);
      return;
    }
    if (method.modifiers().contains(Modifier.PUBLIC)) {
      outer.addMethod(caller(method, qualifier(module, member)));
    }
    nested
        .computeIfAbsent(name(module, number(member)), MemberClasses::begin)
        .addMethod(signature(method).addModifiers(Modifier.STATIC).addCode(method.code()).build());
  }

  /** Adds the nested classes. */
  void finish() {
    nested.values().forEach(type -> outer.addType(type.build()));
  }

  private static TypeSpec.Builder begin(String name) {
    return TypeSpec.classBuilder(name)
        .addJavadoc("Some of the members: one class cannot hold the constants of all.\n")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  private static MethodSpec caller(MethodSpec method, String qualifier) {
    CodeBlock arguments =
        method.parameters().stream()
            .map(one -> CodeBlock.of("$N", one.name()))
            .collect(CodeBlock.joining(",$W"));
    return signature(method)
        .addJavadoc(method.javadoc())
        .addModifiers(method.modifiers())
        .addStatement("$L$N($L)", qualifier, method.name(), arguments)
        .build();
  }

  private static MethodSpec.Builder signature(MethodSpec method) {
    return MethodSpec.methodBuilder(method.name())
        .addTypeVariables(method.typeVariables())
        .returns(method.returnType())
        .addParameters(method.parameters());
  }
}
