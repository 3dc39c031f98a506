package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The methods that fill a model's parameters one after the other; for PyTorch's and JAX's streams
 * also those of the submodules that share them.
 *
 * <pre>{@code
 * public static void draw(Net model, long seed) {
 *   allocateFields(model);
 *   fillHidden(model.hidden, seed);
 *   LinearInitializer.draw(model.head, Keys.fold(seed, 0x5a...L));
 * }
 *
 * public static void draw(Net model, TorchGenerator generator) {
 *   allocateFields(model);
 *   fillHidden(model.hidden, generator);
 *   drawLinear(model.head, generator);
 * }
 *
 * public static int draw(Net model, long seed, int number) {
 *   allocateFields(model);
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
  private final MemberClasses classes;
  private final StreamCode stream;
  private final List<MethodSpec> methods = new ArrayList<>();

  DrawWriter(InitializerPlan plan, MemberClasses classes) {
    this.plan = plan;
    this.classes = classes;
    this.stream = StreamCode.of(plan.engine());
  }

  List<MethodSpec> methods() {
    write(plan.module(), Modifier.PUBLIC);
    plan.modules().forEach(module -> write(module, Modifier.PRIVATE));
    return methods;
  }

  private void write(ModulePlan module, Modifier access) {
    AllocateWriter allocation = new AllocateWriter(module, classes);
    String name = "draw" + module.suffix();
    List<MemberPlan> members = module.members();
    MethodSpec.Builder method =
        method(module, name).addModifiers(access).addCode(allocation.call());
    if (access == Modifier.PUBLIC) {
      method.addJavadoc(Docs.draw(stream));
    }
    if (members.size() <= MethodParts.MEMBERS_A_METHOD && !classes.areNested()) {
      methods.add(method.addCode(body(module, members)).build());
    } else {
      writeInParts(module, name, method);
    }
    methods.addAll(allocation.methods());
  }

  private void writeInParts(ModulePlan module, String name, MethodSpec.Builder whole) {
    List<MemberPlan> members = module.members();
    List<MethodSpec> parts = new ArrayList<>();
    CodeBlock.Builder calls = CodeBlock.builder();
    calls.add(stream.begin(false));
    for (int from = 0; from < members.size(); from += MethodParts.MEMBERS_A_METHOD) {
      int to = Math.min(members.size(), from + MethodParts.MEMBERS_A_METHOD);
      String part = name + (from / MethodParts.MEMBERS_A_METHOD + 1);
      MethodSpec some =
          method(module, part)
              .addModifiers(Modifier.PRIVATE)
              .addCode(body(module, members.subList(from, to)))
              .build();
      if (classes.areNested()) {
        classes.add(module, from, some);
      } else {
        parts.add(some);
      }
      String qualifier = classes.qualifier(module, from);
      calls.add(stream.drawPart(qualifier, part));
    }
    calls.add(stream.end());
    methods.add(whole.addCode(calls.build()).build());
    methods.addAll(parts);
  }

  private MethodSpec.Builder method(ModulePlan module, String name) {
    return stream.drawing(new MethodParts(module, classes).onModel(name));
  }

  private CodeBlock body(ModulePlan module, List<MemberPlan> members) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(stream.begin(members.stream().anyMatch(ParameterPlan.class::isInstance)));
    for (MemberPlan member : members) {
      code.add(
          member instanceof ParameterPlan parameter
              ? draw(module, parameter)
              : stream.draw((SubmodulePlan) member, classes));
    }
    return code.add(stream.end()).build();
  }

  private CodeBlock draw(ModulePlan module, ParameterPlan parameter) {
    CodeBlock field = CodeBlock.of("model.$N", parameter.name());
    CodeBlock array = AllocateWriter.filled(parameter);
    if (!parameter.holder().isLazy()) {
      return draw(parameter, array, stream.next());
    }
    if (parameter.isSequential()) {
      CodeBlock tensor = AllocateWriter.newTensor(module, parameter);
      return draw(
          parameter, CodeBlock.of("$L != null ? $L :$W$L", field, field, tensor), stream.next());
    }
    return CodeBlock.of(
        "$L$L",
        parameter.fitsArray() ? ifPresent(field, draw(parameter, array, stream.current())) : "",
        stream.skipped());
  }

  /**
   * What is done with a field that may stay null; others' numbers are those that they would have
   * beside it.
   *
   * <pre>{@code
   * if (model.embedding != null) {
   *   fillEmbedding(model.embedding, seed);
   * }
   * }</pre>
   */
  static CodeBlock ifPresent(CodeBlock field, CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L != null)", field)
        .add(statement)
        .endControlFlow()
        .build();
  }

  private CodeBlock draw(ParameterPlan parameter, CodeBlock weights, CodeBlock from) {
    CodeBlock symbols = SymbolicWriter.fromModel(parameter);
    FillMethodsWriter fills = new FillMethodsWriter(parameter, plan.modelName());
    if (fills.goesByRows()) {
      // Not by way of the fill method: it would look at each of the checked rows once more.
      return CodeBlock.of(
          "$N($L,$W0,$W$L$L,$W$L);\n",
          fills.rowsMethod(),
          weights,
          SymbolicWriter.ofModel(parameter.shape().get(0)),
          symbols,
          from);
    }
    String method = stream.drawMethod(parameter);
    return CodeBlock.of("$N($L$L,$W$L);\n", method, weights, symbols, from);
  }
}
