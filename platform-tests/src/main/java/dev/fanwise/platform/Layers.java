package dev.fanwise.platform;

import dev.fanwise.Connection;
import dev.fanwise.KaimingInit;
import dev.fanwise.Layout;
import dev.fanwise.LecunInit;
import dev.fanwise.MupInit;
import dev.fanwise.OrthogonalInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

/** Every kind of layer, with dimensions in numbers. */
class Layers {
  @Shape(
      value = {3, 3, 8, 16},
      layout = Layout.IO)
  @XavierInit
  float[] convolution;

  @Shape(
      value = {16, 4, 3},
      groups = 2)
  @XavierInit
  float[] grouped;

  @Shape(
      value = {8, 6, 4, 4},
      connection = Connection.TRANSPOSED,
      stride = {2, 2})
  @KaimingInit
  float[] transposed;

  @Shape(
      value = {3, 3, 8, 2},
      layout = Layout.IO,
      connection = Connection.DEPTHWISE)
  @LecunInit
  float[] depthwise;

  @Shape(
      value = {24, 8},
      parts = 3)
  @XavierInit
  float[] fused;

  @Shape(
      value = {24, 8},
      parts = 3)
  @OrthogonalInit
  float[] fusedOrthogonal;

  @Shape(
      value = {16, 4, 3},
      groups = 2)
  @MupInit(baseShape = {8, 4, 3})
  float[] groupedMup;
}
