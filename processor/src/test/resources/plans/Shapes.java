package plans;

import dev.fanwise.*;

/** Every layout and connection: what fans come of a shape. */
class Forward {
  @Shape({4, 20}) @XavierInit float[] dense;
  @Shape(value = {4, 20}, layout = Layout.IO) @XavierInit float[] denseIo;
  @Shape({8, 3, 5}) @XavierInit float[] line;
  @Shape({8, 3, 5, 2}) @XavierInit float[] plane;
  @Shape({8, 3, 5, 2, 7}) @XavierInit float[] space;
  @Shape({8, 3, 1, 2, 1, 3}) @XavierInit float[] beyond;
  @Shape(value = {5, 2, 3, 8}, layout = Layout.IO) @XavierInit float[] planeIo;
  @Shape(value = {12, 3, 5}, groups = 4) @XavierInit float[] grouped;
  @Shape(value = {5, 3, 12}, groups = 4, layout = Layout.IO) @XavierInit float[] groupedIo;
  @Shape(value = {12, 4}, parts = 3) @XavierInit float[] fused;
  @Shape(value = {4, 12}, parts = 3, layout = Layout.IO) @XavierInit float[] fusedIo;
  @Shape(value = {24, 3}, groups = 2, parts = 3) @XavierInit float[] both;
  @Shape(7) @OnesInit float[] row;
  @Shape({2147483639}) @OnesInit float[] longest;
}

class Transposed {
  @Shape(value = {6, 4}, connection = Connection.TRANSPOSED) @XavierInit float[] dense;
  @Shape(value = {4, 6}, connection = Connection.TRANSPOSED, layout = Layout.IO) @XavierInit
  float[] denseIo;
  @Shape(value = {6, 4, 3, 5}, connection = Connection.TRANSPOSED) @XavierInit float[] plane;
  @Shape(value = {3, 5, 4, 6}, connection = Connection.TRANSPOSED, layout = Layout.IO) @XavierInit
  float[] planeIo;
  @Shape(value = {6, 4, 3, 5}, connection = Connection.TRANSPOSED, stride = {2, 3}) @XavierInit
  float[] strided;
  @Shape(value = {6, 4, 3}, connection = Connection.TRANSPOSED, stride = 2) @XavierInit
  float[] stridedLine;
  @Shape(value = {6, 4, 3}, connection = Connection.TRANSPOSED, groups = 3) @XavierInit
  float[] grouped;
  @Shape(value = {3, 6, 4}, connection = Connection.TRANSPOSED, groups = 3, layout = Layout.IO)
  @XavierInit float[] groupedIo;
  @Shape(value = {6, 4, 3}, connection = Connection.TRANSPOSED, parts = 2) @XavierInit
  float[] fused;
  @Shape(
      value = {3, 12, 4},
      connection = Connection.TRANSPOSED,
      groups = 2,
      parts = 3,
      layout = Layout.IO)
  @XavierInit
  float[] all;
}

class Depthwise {
  @Shape(value = {4, 3}, layout = Layout.IO, connection = Connection.DEPTHWISE) @XavierInit
  float[] dense;
  @Shape(value = {3, 5, 4, 2}, layout = Layout.IO, connection = Connection.DEPTHWISE) @XavierInit
  float[] plane;
}
