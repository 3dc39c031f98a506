package dev.fanwise.processor.validate;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The layers of well-known networks. */
final class CommonLayers {
  /**
   * A layer.
   *
   * @param network the network that it is of
   * @param kernel the kernel's sides
   */
  record Layer(
      String network, int out, int in, int groups, boolean isTransposed, List<Integer> kernel) {
    private Connection connection() {
      return isTransposed ? Connection.TRANSPOSED : Connection.FORWARD;
    }

    /** As PyTorch has it. */
    Geometry oi() {
      return geometry(Layout.OI, oiShape(in / groups, out / groups));
    }

    /** As Keras has it, and said so. */
    Geometry io() {
      return geometry(Layout.IO, ioShape());
    }

    /** As Keras has it, with nothing said. */
    Geometry ioUnsaid() {
      return geometry(Layout.OI, ioShape());
    }

    /** With all channels where those of one group should be. */
    Geometry undivided() {
      return geometry(Layout.OI, oiShape(in, out));
    }

    private List<Integer> oiShape(int inputs, int outputs) {
      List<Integer> shape =
          new ArrayList<>(isTransposed ? List.of(in, outputs) : List.of(out, inputs));
      shape.addAll(kernel);
      return shape;
    }

    private List<Integer> ioShape() {
      List<Integer> shape = new ArrayList<>(kernel);
      shape.addAll(isTransposed ? List.of(out, in / groups) : List.of(in / groups, out));
      return shape;
    }

    private Geometry geometry(Layout layout, List<Integer> shape) {
      List<Integer> stride = isTransposed ? Collections.nCopies(kernel.size(), 2) : List.of();
      return new Geometry(
          shape.stream().map(Dimension::of).toList(), layout, connection(), groups, stride, 1);
    }
  }

  private final List<Layer> layers = new ArrayList<>();
  private String network;

  private CommonLayers() {}

  static List<Layer> all() {
    CommonLayers all = new CommonLayers();
    all.residual();
    all.mobile();
    all.plain();
    all.grouped();
    all.segmenting();
    all.generating();
    all.text();
    all.vision();
    all.sound();
    all.small();
    all.videos();
    return all.layers;
  }

  private void add(int out, int in, int groups, Integer... kernel) {
    layers.add(new Layer(network, out, in, groups, false, List.of(kernel)));
  }

  private void square(int out, int in, int side) {
    add(out, in, 1, side, side);
  }

  private void depthwise(int channels, int side) {
    add(channels, channels, channels, side, side);
  }

  private void up(int in, int out, Integer... kernel) {
    layers.add(new Layer(network, out, in, 1, true, List.of(kernel)));
  }

  private void dense(int out, int in) {
    add(out, in, 1);
  }

  private void residual() {
    network = "ResNet-18 and 34";
    square(64, 3, 7);
    int in = 64;
    for (int width : new int[] {64, 128, 256, 512}) {
      square(width, in, 3);
      square(width, width, 3);
      square(width, in, 1);
      in = width;
    }
    dense(1000, 512);
    network = "ResNet-50 to 152, ResNeXt, Wide ResNet";
    in = 64;
    for (int width : new int[] {64, 128, 256, 512}) {
      square(width, in, 1);
      square(width, width, 3);
      square(4 * width, width, 1);
      square(4 * width, in, 1);
      square(width, 4 * width, 1);
      add(2 * width, 2 * width, 32, 3, 3);
      add(4 * width, 4 * width, 32, 3, 3);
      add(8 * width, 8 * width, 64, 3, 3);
      square(2 * width, 2 * width, 3);
      in = 4 * width;
    }
    dense(1000, 2048);
    network = "CIFAR's ResNet";
    for (int width : new int[] {16, 32, 64}) {
      square(width, 3, 3);
      square(width, width, 3);
      square(width, width / 2, 3);
      square(width, width / 2, 1);
    }
    network = "DenseNet-121";
    for (int channels = 64; channels <= 1024; channels += 32) {
      square(128, channels, 1);
      square(32, 128, 3);
      square(channels / 2, channels, 1);
    }
  }

  private void mobile() {
    network = "MobileNet v1 and v2";
    square(32, 3, 3);
    int[][] stages = {
      {32, 16, 1}, {16, 24, 6}, {24, 32, 6}, {32, 64, 6}, {64, 96, 6}, {96, 160, 6}
    };
    for (int[] stage : stages) {
      int wide = stage[0] * stage[2];
      square(wide, stage[0], 1);
      depthwise(wide, 3);
      square(stage[1], wide, 1);
    }
    square(320, 960, 1);
    square(1280, 320, 1);
    for (int channels = 32; channels <= 1024; channels *= 2) {
      depthwise(channels, 3);
      square(2 * channels, channels, 1);
      square(channels, channels, 1);
    }
    network = "MobileNet v3";
    for (int channels : new int[] {16, 64, 72, 88, 96, 120, 240, 200, 184, 480, 672, 960}) {
      depthwise(channels, 3);
      depthwise(channels, 5);
      square(channels / 4, channels, 1);
      square(channels, channels / 4, 1);
      square(channels, 24, 1);
      square(40, channels, 1);
    }
    square(16, 16, 1);
    square(8, 16, 1);
    square(16, 8, 1);
    network = "EfficientNet-B0";
    for (int channels : new int[] {32, 96, 144, 240, 480, 672, 1152}) {
      depthwise(channels, 3);
      depthwise(channels, 5);
      for (int squeezed : new int[] {4, 6, 8, 10, 20, 28, 48}) {
        square(squeezed, channels, 1);
        square(channels, squeezed, 1);
      }
    }
    network = "SqueezeNet";
    for (int width = 16; width <= 64; width += 16) {
      square(width, 8 * width, 1);
      square(4 * width, width, 1);
      square(4 * width, width, 3);
    }
  }

  private void plain() {
    network = "LeNet";
    square(6, 1, 5);
    square(16, 6, 5);
    network = "AlexNet";
    square(96, 3, 11);
    square(64, 3, 11);
    add(256, 96, 2, 5, 5);
    add(384, 384, 2, 3, 3);
    add(256, 384, 2, 3, 3);
    network = "VGG";
    int in = 3;
    for (int width : new int[] {64, 128, 256, 512}) {
      square(width, in, 3);
      square(width, width, 3);
      in = width;
    }
    dense(4096, 25088);
    network = "Inception v3";
    for (int width : new int[] {128, 160, 192, 384, 448}) {
      add(width, width, 1, 1, 7);
      add(width, width, 1, 7, 1);
      add(width, width, 1, 1, 3);
      add(width, width, 1, 3, 1);
      square(width, 768, 1);
      square(width, 48, 5);
    }
    network = "DQN";
    square(32, 4, 8);
    square(64, 32, 4);
    square(16, 4, 8);
    square(32, 16, 4);
  }

  private void grouped() {
    network = "ShuffleNet v1";
    int[][] stages = {{1, 144}, {2, 200}, {3, 240}, {4, 272}, {8, 384}};
    for (int[] stage : stages) {
      for (int out = stage[1]; out <= 4 * stage[1]; out *= 2) {
        add(out / 4, out, stage[0], 1, 1);
        add(out, out / 4, stage[0], 1, 1);
        depthwise(out / 4, 3);
      }
    }
    network = "RegNet";
    for (int width : new int[] {48, 120, 336, 888}) {
      add(width, width, width / 24, 3, 3);
      square(width, width, 1);
    }
    network = "CondenseNet";
    for (int in = 64; in <= 1024; in *= 2) {
      add(128, in, 4, 1, 1);
      add(32, 128, 4, 3, 3);
    }
  }

  private void segmenting() {
    network = "UNet";
    int in = 1;
    for (int width = 64; width <= 1024; width *= 2) {
      square(width, in, 3);
      square(width, width, 3);
      square(width / 2, width, 3);
      up(width, width / 2, 2, 2);
      in = width;
    }
    square(2, 64, 1);
    square(1, 64, 1);
    network = "CBAM and YOLO";
    square(1, 2, 7);
    square(255, 1024, 1);
    square(32, 12, 6);
    up(21, 21, 64, 64);
    up(21, 21, 4, 4);
    network = "SRCNN";
    square(64, 1, 9);
    square(32, 64, 5);
    square(1, 32, 5);
    square(3, 3, 1);
    square(3, 3, 3);
    square(3, 3, 7);
  }

  private void generating() {
    network = "DCGAN";
    up(100, 1024, 4, 4);
    for (int width = 1024; width > 64; width /= 2) {
      up(width, width / 2, 4, 4);
      square(width, width / 2, 4);
    }
    up(64, 3, 4, 4);
    square(1, 512, 4);
    network = "Stable Diffusion's VAE";
    square(128, 3, 3);
    square(8, 512, 3);
    square(8, 8, 1);
    square(4, 4, 1);
    square(512, 4, 3);
    square(3, 128, 3);
    network = "CycleGAN";
    square(64, 3, 7);
    square(3, 64, 7);
    square(64, 3, 4);
    square(1, 512, 4);
  }

  private void text() {
    for (int width : new int[] {512, 768, 1024, 1280, 1600, 4096, 8192}) {
      network = "GPT-2, BERT, LLaMA";
      dense(50257, width);
      dense(width, width);
      dense(3 * width, width);
      dense(4 * width, width);
      dense(width, 4 * width);
      dense(width / 4, width);
      dense(11008, width);
      dense(2, width);
      network = "LSTM and GRU";
      dense(4 * width, width);
      dense(3 * width, 300);
      network = "Mamba";
      add(2 * width, 2 * width, 2 * width, 4);
    }
    network = "TextCNN";
    add(100, 1, 1, 3, 300);
    add(100, 1, 1, 5, 300);
    add(2, 1, 1, 3, 5);
  }

  private void vision() {
    network = "ViT, CLIP, Swin, BEiT";
    for (int width : new int[] {96, 192, 384, 768, 1024, 1280, 1408}) {
      for (int side : new int[] {4, 8, 14, 16, 32}) {
        square(width, 3, side);
      }
      dense(3 * width, width);
    }
    network = "ConvNeXt";
    for (int width = 96; width <= 1536; width *= 2) {
      depthwise(width, 7);
      square(2 * width, width, 2);
      dense(4 * width, width);
    }
    network = "RepLKNet and SLaK";
    for (int width = 128; width <= 1024; width *= 2) {
      depthwise(width, 31);
      depthwise(width, 13);
      add(width, width, width, 51, 5);
      add(width, width, width, 5, 51);
    }
  }

  private void sound() {
    network = "Whisper, wav2vec 2.0, HiFi-GAN, Conv-TasNet, M5";
    add(768, 80, 1, 3);
    add(768, 768, 1, 3);
    add(768, 768, 16, 128);
    add(512, 1, 1, 10);
    add(512, 512, 1, 2);
    add(512, 80, 1, 7);
    add(1, 32, 1, 7);
    up(512, 256, 16);
    up(512, 1, 20);
    add(128, 1, 1, 80);
    network = "DeepSpeech 2, keyword spotting, VGGish";
    add(32, 1, 1, 41, 11);
    add(32, 32, 1, 21, 11);
    add(96, 32, 1, 21, 11);
    add(64, 1, 1, 20, 8);
    add(64, 64, 1, 10, 4);
    network = "EEGNet, ShallowConvNet, DeepConvNet";
    add(8, 1, 1, 1, 64);
    add(16, 8, 8, 22, 1);
    add(16, 8, 8, 64, 1);
    add(16, 16, 16, 1, 16);
    square(16, 16, 1);
    square(8, 8, 1);
    add(40, 1, 1, 1, 25);
    add(40, 40, 1, 22, 1);
    add(25, 25, 1, 22, 1);
    add(25, 25, 1, 64, 1);
    add(25, 1, 1, 1, 5);
  }

  private void small() {
    network = "tutorials";
    for (int out : new int[] {1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 32, 64}) {
      for (int in : new int[] {1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 32, 64}) {
        for (int side : new int[] {1, 2, 3, 4, 5, 7, 9, 11}) {
          square(out, in, side);
          add(out, in, 1, side, side, side);
        }
        add(out, in, 1, 1, 3);
        add(out, in, 1, 3, 1);
        add(out, in, 1, 1, 5);
        add(out, in, 1, 3, 5);
        add(out, in, 1, 1, 7);
        dense(out, in);
      }
    }
  }

  private void videos() {
    network = "C3D, I3D, R(2+1)D, 3-d UNet, V-Net";
    IntStream.of(64, 128, 256, 512)
        .forEach(
            width -> {
              add(width, 3, 1, 3, 3, 3);
              add(width, 3, 1, 7, 7, 7);
              add(width, 1, 1, 3, 3, 3);
              add(width, width, 1, 3, 3, 3);
              add(width, width, 1, 1, 1, 1);
              add(width, width / 2, 1, 1, 3, 3);
              add(width, width / 2, 1, 3, 1, 1);
              add(width, 3, 1, 3, 7, 7);
              add(width, width, 1, 5, 5, 5);
              up(width, width / 2, 2, 2, 2);
            });
    add(8, 8, 1, 5, 5, 5);
    add(768, 3, 1, 2, 16, 16);
  }
}
