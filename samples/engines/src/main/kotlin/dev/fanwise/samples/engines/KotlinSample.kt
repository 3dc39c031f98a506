package dev.fanwise.samples.engines

import ai.djl.ndarray.NDManager
import ai.djl.ndarray.types.DataType
import ai.djl.ndarray.types.Shape
import ai.djl.nn.Activation
import ai.djl.nn.SequentialBlock
import ai.djl.nn.convolutional.Conv2d
import ai.djl.nn.core.Linear
import dev.fanwise.FanMode
import dev.fanwise.Nonlinearity
import dev.fanwise.djl.FanwiseDjl
import dev.fanwise.engines.LayerKind
import dev.fanwise.engines.Rules
import dev.fanwise.runtime.Schemes

/** The same calls from Kotlin. */
fun main() {
  val block =
    SequentialBlock()
      .add(Conv2d.builder().setFilters(8).setKernelShape(Shape(3, 3)).build())
      .add(Activation.reluBlock())
      .add(ai.djl.nn.Blocks.batchFlattenBlock())
      .add(Linear.builder().setUnits(10).build())
  val rules =
    Rules.pytorch()
      .layers(LayerKind.CONVOLUTION, Schemes.kaiming(FanMode.FAN_OUT, Nonlinearity.RELU))
      .names("04Linear_*", Schemes.normal(0.0, 0.02))
  NDManager.newBaseManager().use { manager ->
    FanwiseDjl.initialize(block, 42L, rules, manager, DataType.FLOAT32, Shape(1, 1, 16, 16))
      .forEach { println(it) }
  }
}
