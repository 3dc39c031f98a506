package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The methods that draw a model's parameters one after the other, as PyTorch and JAX do, and those
 * of the submodules that share its stream.
 *
 * <pre>{@code
 * public static void draw(Net model, TorchGenerator generator) {
 *   allocate(model);
 *   fillHidden(model.hidden, generator);
 *   drawLinear(model.head, generator);
 * }
 *
 * public static int draw(Net model, long seed, int number) {
 *   allocate(model);
 *   long key = JaxKeys.of(seed);
 *   int next = number;
 *   drawHidden(model.hidden, JaxKeys.fold(key, next++));
 *   next = drawLinear(model.head, seed, next);
 *   return next;
 * }
 * }</pre>
 */
final class DrawWriter {
  private final InitializerPlan plan;
  private final boolean isTorch;
  private final List<MethodSpec> methods = new ArrayList<>();

  DrawWriter(InitializerPlan plan) {
    this.plan = plan;
    this.isTorch = plan.engine() == RandomEngine.TORCH;
  }

  /** The call that draws a whole model from a seed. */
  static CodeBlock drawAll(RandomEngine engine) {
    return engine == RandomEngine.TORCH
        ? CodeBlock.of("draw(model, $T.seeded(seed))", Types.runtime("TorchGenerator"))
        : CodeBlock.of("draw(model, seed, 0)");
  }

  List<MethodSpec> methods() {
    write(plan.module(), Modifier.PUBLIC);
    plan.modules().forEach(module -> write(module, Modifier.PRIVATE));
    return methods;
  }

  private void write(ModulePlan module, Modifier access) {
    AllocateWriter allocation = new AllocateWriter(module);
    String name = "draw" + module.suffix();
    List<MemberPlan> members = module.members();
    MethodSpec.Builder method =
        method(module, name).addModifiers(access).addCode(allocation.call());
    if (access == Modifier.PUBLIC) {
      method.addJavadoc(Docs.draw(plan.engine()));
    }
    if (members.size() <= MethodParts.MEMBERS_A_METHOD) {
      methods.add(method.addCode(body(members)).build());
    } else {
      writeInParts(module, name, method);
    }
    methods.addAll(allocation.methods());
  }

  private void writeInParts(ModulePlan module, String name, MethodSpec.Builder whole) {
    List<MemberPlan> members = module.members();
    List<MethodSpec> parts = new ArrayList<>();
    CodeBlock.Builder calls = CodeBlock.builder();
    calls.add(isTorch ? "" : "int next = number;\n");
    for (int from = 0; from < members.size(); from += MethodParts.MEMBERS_A_METHOD) {
      int to = Math.min(members.size(), from + MethodParts.MEMBERS_A_METHOD);
      String part = name + (from / MethodParts.MEMBERS_A_METHOD + 1);
      parts.add(
          method(module, part)
              .addModifiers(Modifier.PRIVATE)
              .addCode(body(members.subList(from, to)))
              .build());
      calls.add(isTorch ? "$N(model, generator);\n" : "next = $N(model, seed, next);\n", part);
    }
    calls.add(isTorch ? "" : "return next;\n");
    methods.add(whole.addCode(calls.build()).build());
    methods.addAll(parts);
  }

  private MethodSpec.Builder method(ModulePlan module, String name) {
    MethodSpec.Builder method = new MethodParts(module).onModel(name);
    if (isTorch) {
      return method.addParameter(Types.runtime("TorchGenerator"), "generator");
    }
    return method
        .returns(int.class)
        .addParameter(long.class, "seed")
        .addParameter(ParameterSpec.builder(int.class, "number").build());
  }

  private CodeBlock body(List<MemberPlan> members) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!isTorch) {
      if (members.stream().anyMatch(ParameterPlan.class::isInstance)) {
        code.add("long key = $T.of(seed);\n", Types.runtime("JaxKeys"));
      }
      code.add("int next = number;\n");
    }
    for (MemberPlan member : members) {
      if (member instanceof ParameterPlan parameter) {
        code.add(draw(parameter));
      } else {
        SubmodulePlan submodule = (SubmodulePlan) member;
        code.add(
            isTorch ? SubmoduleWriter.drawTorch(submodule) : SubmoduleWriter.drawJax(submodule));
      }
    }
    return code.add(isTorch ? "" : "return next;\n").build();
  }

  private CodeBlock draw(ParameterPlan parameter) {
    CodeBlock symbols =
        parameter.symbols().stream()
            .map(symbol -> CodeBlock.of(",$W$L", SymbolicWriter.read(symbol)))
            .collect(CodeBlock.joining(""));
    String method = new StreamWriter(parameter).drawMethod();
    return isTorch
        ? CodeBlock.of("$N(model.$N$L,$Wgenerator);\n", method, parameter.name(), symbols)
        : CodeBlock.of(
            "$N(model.$N$L,$W$T.fold(key, next++));\n",
            method,
            parameter.name(),
            symbols,
            Types.runtime("JaxKeys"));
  }
}
