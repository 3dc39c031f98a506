package dev.fanwise.samples.engines;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import dev.fanwise.samples.depth.Digits;

/**
 * Depthwise separable convolutions, one after the other, as in Howard et al., "MobileNets" (2017),
 * without batch normalisation, which would undo whatever the weights start with.
 */
final class SeparableNet {
  static final int PAIRS = 6;
  private static final int CHANNELS = 32;

  private SeparableNet() {}

  static Block block() {
    SequentialBlock net = new SequentialBlock();
    net.add(conv(3, 2, 1)).add(Activation.reluBlock());
    for (int pair = 0; pair < PAIRS; pair++) {
      net.add(conv(3, 1, CHANNELS)).add(conv(1, 1, 1)).add(Activation.reluBlock());
    }
    return net.add(Pool.globalAvgPool2dBlock())
        .add(Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(Digits.CLASSES).build());
  }

  private static Conv2d conv(int kernel, int stride, int groups) {
    return Conv2d.builder()
        .setFilters(CHANNELS)
        .setKernelShape(new Shape(kernel, kernel))
        .optPadding(new Shape(kernel / 2, kernel / 2))
        .optStride(new Shape(stride, stride))
        .optGroups(groups)
        .build();
  }
}
