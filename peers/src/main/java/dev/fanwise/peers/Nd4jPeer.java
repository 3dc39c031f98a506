package dev.fanwise.peers;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.api.ops.random.impl.TruncatedNormalDistribution;
import org.nd4j.linalg.api.ops.random.impl.UniformDistribution;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's random operations, in memory that is there already. */
final class Nd4jPeer implements Peer {
  private final INDArray tensor;

  Nd4jPeer(int size) {
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    tensor = Nd4j.create(DataType.FLOAT, size);
  }

  @Override
  public Object draw(Law law) {
    return switch (law) {
      case UNIFORM -> Nd4j.exec(new UniformDistribution(tensor, -Law.BOUND, Law.BOUND));
      case NORMAL -> Nd4j.exec(new GaussianDistribution(tensor, 0.0, Law.STD));
      case TRUNCATED -> Nd4j.exec(new TruncatedNormalDistribution(tensor, 0.0, Law.STD));
    };
  }

  @Override
  public void draw(Law law, float[] into) {
    draw(law);
    // One copy of memory, where toFloatVector reads element by element.
    new FloatPointer(tensor.data().pointer()).get(into);
  }

  @Override
  public void close() {
    tensor.close();
  }
}
