package dev.fanwise.benchmarks;

import dev.fanwise.NormalInit;
import dev.fanwise.Shape;
import dev.fanwise.UniformInit;

/** Tensors of many sizes, for {@link CodeShape}. */
final class Sizes {
  @Shape(1)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform1;

  @Shape(1)
  @NormalInit(std = 0.02)
  float[] normal1;

  @Shape(4)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform4;

  @Shape(4)
  @NormalInit(std = 0.02)
  float[] normal4;

  @Shape(16)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform16;

  @Shape(16)
  @NormalInit(std = 0.02)
  float[] normal16;

  @Shape(32)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform32;

  @Shape(32)
  @NormalInit(std = 0.02)
  float[] normal32;

  @Shape(48)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform48;

  @Shape(48)
  @NormalInit(std = 0.02)
  float[] normal48;

  @Shape(63)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform63;

  @Shape(63)
  @NormalInit(std = 0.02)
  float[] normal63;

  @Shape(64)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform64;

  @Shape(64)
  @NormalInit(std = 0.02)
  float[] normal64;

  @Shape(128)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform128;

  @Shape(128)
  @NormalInit(std = 0.02)
  float[] normal128;

  @Shape(1024)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform1024;

  @Shape(1024)
  @NormalInit(std = 0.02)
  float[] normal1024;

  @Shape(65536)
  @UniformInit(low = -0.1, high = 0.1)
  float[] uniform65536;

  @Shape(65536)
  @NormalInit(std = 0.02)
  float[] normal65536;
}
