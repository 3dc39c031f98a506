import dev.fanwise.BiasInit
import dev.fanwise.FanMode
import dev.fanwise.KaimingInit
import dev.fanwise.NormalInit
import dev.fanwise.ResidualRule
import dev.fanwise.ResidualScaled
import dev.fanwise.Shape
import dev.fanwise.Submodule
import dev.fanwise.XavierInit
import dev.fanwise.ZerosInit

class Net {
  @Shape(16, 8) @XavierInit lateinit var hidden: FloatArray

  @JvmField @Shape(16) @BiasInit(of = "hidden") var hiddenBias: FloatArray? = null

  @JvmField @Shape(4, 16) @KaimingInit(mode = FanMode.FAN_OUT) val out = DoubleArray(64)

  @JvmField @Shape(3, 4) @XavierInit val rows = Array(3) { FloatArray(4) }
}

class Layer(@JvmField @Shape(3, 4) @XavierInit val rows: Array<FloatArray>)

class Block(@JvmField val inputs: Int, val outputs: Int) {
  @JvmField @Shape(dims = ["rows", "inputs"]) @XavierInit var kernel: FloatArray? = null

  @JvmField @Shape(dims = ["getOutputs"]) @ZerosInit var bias: FloatArray? = null

  fun rows() = 4 * outputs
}

class Encoder(depth: Int) {
  @JvmField @Submodule val blocks = List(depth) { Block(8, 2) }

  @Submodule lateinit var last: Block
}

class Depthwise(@JvmField val channels: Int, @JvmField val depth: Int) {
  @JvmField
  @Shape(dims = ["channels", "1", "3", "3"], groupsOf = "channels")
  @KaimingInit
  var kernel: FloatArray? = null

  @JvmField
  @Shape(dims = ["channels", "channels"])
  @NormalInit(std = 0.02)
  @ResidualScaled(layersOf = "depth", rule = ResidualRule.GPT2)
  var projection: FloatArray? = null
}
