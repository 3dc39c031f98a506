#!/usr/bin/env bash
# TensorFlow Java 1.1.0 (TensorFlow 2.18, RandomUniform), 2026-11-30, Linux x86-64, JDK 17: uniform numbers of bfloat16 are the 128 multiples
# of 1/128, of half the 1,024 multiples of 1/1,024, though both types are much finer near 0. So one weight in 128 is exactly 0
# where a float never is, and the mean of a million is 0.496, not 0.5: what is made of them by low + u * (high - low) lies off
# its centre by 1/256 of the interval. Normals of both types, which come from floats, have thousands of numbers.
# 400 MB are downloaded.
source "$(dirname "$0")/lib.sh"
maven org.tensorflow:tensorflow-core-api:1.1.0 org.tensorflow:tensorflow-core-native:1.1.0 \
  org.tensorflow:tensorflow-core-native:1.1.0:jar:linux-x86_64 org.tensorflow:ndarray:1.0.0 \
  org.bytedeco:javacpp:1.5.11 org.bytedeco:javacpp:1.5.11:jar:linux-x86_64 com.google.protobuf:protobuf-java:4.28.3
cat >Uniform.java <<'J'
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.RandomStandardNormal;
import org.tensorflow.op.random.RandomUniform;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

public class Uniform {
  public static void main(String[] args) {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      print(tf, "bfloat16", TBfloat16.class);
      print(tf, "half", TFloat16.class);
      print(tf, "float", TFloat32.class);
    }
  }

  static <T extends TFloating> void print(Ops tf, String name, Class<T> type) {
    Operand<T> uniform = tf.random.randomUniform(tf.constant(new int[] {1_000_000}), type, RandomUniform.seed(1L));
    Operand<T> normal =
        tf.random.randomStandardNormal(tf.constant(new int[] {1_000_000}), type, RandomStandardNormal.seed(1L));
    print(name + " uniform", tf.dtypes.cast(uniform, TFloat32.class).asTensor());
    print(name + " normal", tf.dtypes.cast(normal, TFloat32.class).asTensor());
  }

  static void print(String name, TFloat32 numbers) {
    Set<Float> different = new HashSet<>();
    int zeros = 0;
    double sum = 0;
    for (int i = 0; i < numbers.size(); i++) {
      float number = numbers.getFloat(i);
      different.add(number);
      zeros += number == 0 ? 1 : 0;
      sum += number;
    }
    System.out.printf(Locale.ROOT, "%s: %d different, %d zeros, mean %.4f%n",
        name, different.size(), zeros, sum / numbers.size());
  }
}
J
java -Xmx2g -cp "lib/*" Uniform.java 2>/dev/null >out
expect out <<'O'
bfloat16 uniform: 128 different, 7894 zeros, mean 0.4960
bfloat16 normal: 3602 different, 0 zeros, mean -0.0003
half uniform: 1024 different, 1042 zeros, mean 0.4995
half normal: 22195 different, 0 zeros, mean -0.0003
float uniform: 942952 different, 0 zeros, mean 0.5001
float normal: 993120 different, 0 zeros, mean -0.0003
O
