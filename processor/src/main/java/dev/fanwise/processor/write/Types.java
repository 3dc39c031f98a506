package dev.fanwise.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import dev.fanwise.processor.plan.TypeRef;
import java.util.Arrays;
import java.util.List;

/** Types of the plan as types of JavaPoet, and the runtime classes that generated code names. */
final class Types {
  static final ClassName CHECKS = runtime("Checks");
  static final ClassName DRAW = runtime("Draw");
  static final ClassName FILL = runtime("Fill");
  static final ClassName KEYS = runtime("Keys");
  static final ClassName PARAMETER_INFO = runtime("ParameterInfo");
  static final ClassName WORDS = runtime("Words");
  static final ClassName HALF_PRECISION = ClassName.get("dev.fanwise", "HalfPrecision");
  static final ClassName SHARDS = runtime("Shards");
  static final ClassName SINK = runtime("Sink");
  static final ClassName SYMBOLIC_SHAPE = runtime("SymbolicShape");
  static final ClassName MAP_KEYS = runtime("MapKeys");
  static final ClassName INDEXED_LISTS = runtime("IndexedLists");
  static final ClassName MODEL_PATH = runtime("ModelPath");
  static final ClassName PARAMETER_VISITOR = runtime("ParameterVisitor");
  static final ClassName LAYOUT = ClassName.get("dev.fanwise", "Layout");
  static final ClassName CONNECTION = ClassName.get("dev.fanwise", "Connection");
  static final ClassName ARRAYS = ClassName.get(Arrays.class);

  /** The classes that fill methods name, whatever the law; kernels and patterns are the law's. */
  static final List<ClassName> USED_IN_FILLS =
      List.of(
          ARRAYS,
          CHECKS,
          DRAW,
          FILL,
          KEYS,
          WORDS,
          HALF_PRECISION,
          SINK,
          SYMBOLIC_SHAPE,
          PARAMETER_INFO,
          runtime("DataType"),
          runtime("Fans"),
          runtime("Formulas"),
          ClassName.get("dev.fanwise", "ResidualRule"),
          runtime("MupScale"),
          runtime("JaxFill"),
          runtime("JaxKeys"),
          runtime("JaxVariance"),
          runtime("TorchGenerator"),
          ClassName.get("dev.fanwise", "FanMode"),
          LAYOUT,
          CONNECTION,
          runtime("Pattern"));

  static final ClassName MARK = ClassName.get("dev.fanwise", "FanwiseGenerated");

  private Types() {}

  /** A class of the runtime. */
  static ClassName runtime(String name) {
    return ClassName.get("dev.fanwise.runtime", name);
  }

  /** The primitive type of the elements. */
  static TypeName of(ElementType type) {
    return switch (type) {
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      case BF16, FP16 -> TypeName.SHORT;
    };
  }

  /** The type of a weight field. */
  static TypeName of(ParameterPlan parameter) {
    if (parameter.storage() == Storage.BUFFER) {
      return buffer(parameter);
    }
    TypeName type = ArrayTypeName.of(of(parameter.elementType()));
    int further = parameter.storage() == Storage.NESTED ? parameter.shape().size() - 1 : 0;
    for (int i = 0; i < further; i++) {
      type = ArrayTypeName.of(type);
    }
    return type;
  }

  /** The type that part of a parameter is written to: a flat array, or a buffer. */
  static TypeName flat(ParameterPlan parameter) {
    return parameter.storage() == Storage.BUFFER
        ? buffer(parameter)
        : ArrayTypeName.of(of(parameter.elementType()));
  }

  private static ClassName buffer(ParameterPlan parameter) {
    String name = parameter.elementType() == ElementType.DOUBLE ? "DoubleBuffer" : "FloatBuffer";
    return ClassName.get("java.nio", name);
  }

  /** A class with its wildcards. */
  static TypeName of(TypeRef type) {
    TypeName[] wildcards = new TypeName[type.wildcards()];
    Arrays.fill(wildcards, WildcardTypeName.subtypeOf(Object.class));
    if (type.owner() != null && of(type.owner()) instanceof ParameterizedTypeName owner) {
      return owner.nestedClass(type.name(), List.of(wildcards));
    }
    ClassName name = className(type);
    return wildcards.length == 0 ? name : ParameterizedTypeName.get(name, wildcards);
  }

  /** A class's name without type arguments. */
  static ClassName className(TypeRef type) {
    return type.owner() == null
        ? ClassName.get(type.packageName(), type.name())
        : className(type.owner()).nestedClass(type.name());
  }
}
