package dev.fanwise.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
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
  static final ClassName MODEL_PATH = runtime("ModelPath");
  static final ClassName PARAMETER_VISITOR = runtime("ParameterVisitor");
  static final ClassName LAYOUT = ClassName.get("dev.fanwise", "Layout");
  static final ClassName CONNECTION = ClassName.get("dev.fanwise", "Connection");
  static final ClassName ARRAYS = ClassName.get(Arrays.class);

  /** The classes that fill methods name. */
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
          ClassName.get(Math.class),
          runtime("ChronoPattern"),
          runtime("DeltaOrthogonalPattern"),
          runtime("GateBiases"),
          runtime("Hadamard"),
          runtime("HadamardPattern"),
          runtime("Orthogonal"),
          runtime("OrthogonalPattern"),
          runtime("Pattern"),
          runtime("SparsePattern"),
          runtime("TapPattern"),
          runtime("Sparse"),
          runtime("Taps"));

  static final ClassName MARK = ClassName.get("dev.fanwise", "FanwiseGenerated");

  private Types() {}

  /** A class of the runtime. */
  static ClassName runtime(String name) {
    return ClassName.get("dev.fanwise.runtime", name);
  }

  /** The primitive type of the elements. */
  static TypeName of(ElementType type) {
    return primitive(type.keyword());
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

  static TypeName of(TypeRef type) {
    if (type instanceof TypeRef.Declared declared) {
      return declared(declared);
    }
    if (type instanceof TypeRef.Variable variable) {
      return TypeVariableName.get(variable.name());
    }
    if (type instanceof TypeRef.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof TypeRef.Primitive primitive) {
      return primitive(primitive.keyword());
    }
    TypeRef.Wildcard wildcard = (TypeRef.Wildcard) type;
    if (wildcard.bound() == null) {
      return WildcardTypeName.subtypeOf(Object.class);
    }
    TypeName bound = of(wildcard.bound());
    return wildcard.isUpper()
        ? WildcardTypeName.subtypeOf(bound)
        : WildcardTypeName.supertypeOf(bound);
  }

  static TypeVariableName of(TypeRef.TypeParameter parameter) {
    TypeName[] bounds = parameter.bounds().stream().map(Types::of).toArray(TypeName[]::new);
    return TypeVariableName.get(parameter.name(), bounds);
  }

  /** A class's name without type arguments. */
  static ClassName className(TypeRef.Declared type) {
    return type.owner() == null
        ? ClassName.get(type.packageName(), type.name())
        : className(type.owner()).nestedClass(type.name());
  }

  private static TypeName declared(TypeRef.Declared type) {
    List<TypeName> arguments = type.arguments().stream().map(Types::of).toList();
    if (type.owner() != null && declared(type.owner()) instanceof ParameterizedTypeName owner) {
      return owner.nestedClass(type.name(), arguments);
    }
    ClassName name = className(type);
    return arguments.isEmpty()
        ? name
        : ParameterizedTypeName.get(name, arguments.toArray(TypeName[]::new));
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> throw new IllegalArgumentException("no primitive type: " + keyword);
    };
  }
}
