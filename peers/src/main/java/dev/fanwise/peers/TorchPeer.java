package dev.fanwise.peers;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * PyTorch's in-place methods, in memory that is there already: DJL has no name for them, so they
 * run as TorchScript. The truncated normal is what {@code torch.nn.init.trunc_normal_} calls.
 */
final class TorchPeer implements Peer {
  private final Map<Law, Model> models = new EnumMap<>(Law.class);
  private final NDManager manager = NDManager.newBaseManager("PyTorch");
  private final NDArray tensor;

  TorchPeer(int size) {
    tensor = manager.zeros(new Shape(size));
    for (Law law : Law.values()) {
      models.put(law, load(TorchScript.inPlace(body(law))));
    }
  }

  private static String body(Law law) {
    return switch (law) {
      case UNIFORM -> "torch.uniform_(x, " + -Law.BOUND + ", " + Law.BOUND + ")";
      case NORMAL -> "torch.normal_(x, 0., " + Law.STD + ")";
      case TRUNCATED ->
          // 2Φ(±2) - 1 in [-1, 1], then Φ⁻¹ by way of erfinv, as in torch/nn/init.py.
          "torch.clamp_(torch.add_(torch.mul_(torch.erfinv_("
              + "torch.uniform_(x, -0.9544997361036416, 0.9544997361036416)), "
              + Law.STD * Math.sqrt(2)
              + "), 0.), "
              + -2 * Law.STD
              + ", "
              + 2 * Law.STD
              + ")";
    };
  }

  private static Model load(byte[] archive) {
    Model model = Model.newInstance("inPlace", "PyTorch");
    try {
      model.load(new ByteArrayInputStream(archive), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModelException e) {
      throw new IllegalStateException(e);
    }
    return model;
  }

  @Override
  public Object draw(Law law) {
    PtSymbolBlock block = (PtSymbolBlock) models.get(law).getBlock();
    try (IValue x = IValue.from((PtNDArray) tensor);
        IValue result = IValueUtils.forward(block, new IValue[] {x})) {
      return result.getHandle();
    }
  }

  @Override
  public void draw(Law law, float[] into) {
    draw(law);
    tensor.toByteBuffer(true).asFloatBuffer().get(into);
  }

  @Override
  public void close() {
    models.values().forEach(Model::close);
    manager.close();
  }
}
