package dev.fanwise.processor.validate;

import java.util.Map;
import java.util.Optional;

/** Types of training engines, which have adapters of their own: what to do instead of a field. */
final class EngineTypes {
  private static final String PAGE = "see docs/engines.md";

  private static final String DJL =
      "leave the annotations out and call FanwiseDjl.initialize(block, seed, rules) of fanwise-djl";
  private static final String DL4J =
      "leave the annotations out and call FanwiseDl4j.initialize(net, seed, rules) of fanwise-dl4j";
  private static final String TENSORFLOW =
      "float[] and copy it, or leave the annotations out and call"
          + " FanwiseTensorFlow.initialize(session, seed, rules) of fanwise-tensorflow";

  private static final Map<String, String> ADVICE =
      Map.of(
          "ai.djl.ndarray.NDArray",
          "java.nio.FloatBuffer, which array.toByteBuffer(true).asFloatBuffer() is, or " + DJL,
          "ai.djl.nn.Parameter",
          "float[] and copy it, or " + DJL,
          "org.nd4j.linalg.api.ndarray.INDArray",
          "java.nio.FloatBuffer, which array.data().asNioFloat() is, or " + DL4J,
          "org.tensorflow.types.TFloat32",
          TENSORFLOW,
          "org.tensorflow.types.TFloat64",
          TENSORFLOW,
          "org.tensorflow.types.TFloat16",
          TENSORFLOW,
          "org.tensorflow.types.TBfloat16",
          TENSORFLOW);

  private EngineTypes() {}

  /**
   * What follows "Declare it as", for an engine's type.
   *
   * @param type the type as it is written, with its package
   */
  static Optional<String> advice(String type) {
    return Optional.ofNullable(ADVICE.get(type)).map(advice -> advice + ": " + PAGE);
  }
}
