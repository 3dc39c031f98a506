package program;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.djl.FanwiseDjl;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;

class DjlProgram {
  public static void main(String[] args) {
    Block block =
        new SequentialBlock()
            .add(conv(32, 1))
            .add(BatchNorm.builder().build())
            .add(Activation.reluBlock())
            .add(conv(32, 32)) // depthwise
            .add(Activation.reluBlock())
            .add(Blocks.batchFlattenBlock())
            .add(Linear.builder().setUnits(10).build());
    Rules rules =
        Rules.pytorch()
            .layers(LayerKind.CONVOLUTION, Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU))
            .names("07Linear_*", Schemes.normal(0, 0.02));
    try (NDManager manager = NDManager.newBaseManager()) {
      block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 28, 28));
      for (ParameterInfo drawn : FanwiseDjl.initialize(block, 42L, rules)) {
        System.out.println(drawn + ", fans " + drawn.fanIn() + ", " + drawn.fanOut());
      }
    }
  }

  private static Conv2d conv(int filters, int groups) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(3, 3))
        .optGroups(groups)
        .build();
  }
}
