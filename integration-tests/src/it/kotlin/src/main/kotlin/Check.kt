@file:JvmName("Check")

/** A model in Kotlin has the bits of its twin in Java; arrays that cannot be replaced are filled in place. */
fun main() {
  val net = Net()
  val out = net.out
  check(NetInitializer.initialize(net, 42L) === net)
  val twin = TwinInitializer.initialize(Twin(), 42L)

  check(net.hidden.any { it != 0f })
  check(net.hidden.contentEquals(twin.hidden)) { "hidden" }
  check(net.hiddenBias.contentEquals(twin.hiddenBias)) { "hiddenBias" }
  check(out.contentEquals(twin.out)) { "out" }
  check(net.rows.contentDeepEquals(twin.rows)) { "rows" }

  val layer = LayerInitializer.initialize(Layer(Array(3) { FloatArray(4) }), 42L)
  check(layer.rows.contentDeepEquals(twin.rows)) { "rows of a constructor's property" }

  val names = NetInitializer.parameters().map { it.name() }
  check(names == listOf("hidden", "hiddenBias", "out", "rows")) { names }

  val encoder = EncoderInitializer.initialize(Encoder(2).apply { last = Block(1, 1) }, 42L)
  check(encoder.blocks.all { it.kernel!!.size == 64 && it.bias!!.size == 2 }) { "sizes of blocks" }
  check(encoder.last.kernel!!.size == 4) { "sizes of the last block" }
  check(!encoder.blocks[0].kernel.contentEquals(encoder.blocks[1].kernel)) { "one seed for two blocks" }

  val depthwise = DepthwiseInitializer.initialize(Depthwise(8, 50), 42L)
  check(depthwise.kernel!!.size == 72) { "groups by name" }
  // 0.02 / sqrt(2 * 50) = 0.002, of which no draw is ten times.
  check(depthwise.projection!!.all { it < 0.02f && it > -0.02f }) { "layers by name" }
}
