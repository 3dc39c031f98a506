import dev.fanwise.BiasInit
import dev.fanwise.FanMode
import dev.fanwise.KaimingInit
import dev.fanwise.Shape
import dev.fanwise.XavierInit

class Net {
  @Shape(16, 8) @XavierInit lateinit var hidden: FloatArray

  @JvmField @Shape(16) @BiasInit(of = "hidden") var hiddenBias: FloatArray? = null

  @JvmField @Shape(4, 16) @KaimingInit(mode = FanMode.FAN_OUT) val out = DoubleArray(64)

  @JvmField @Shape(3, 4) @XavierInit val rows = Array(3) { FloatArray(4) }
}

class Layer(@JvmField @Shape(3, 4) @XavierInit val rows: Array<FloatArray>)
