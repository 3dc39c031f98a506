package dev.fanwise.card;

import static dev.fanwise.Nonlinearity.RELU;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Layout;
import dev.fanwise.Nonlinearity;
import dev.fanwise.ResidualRule;
import dev.fanwise.runtime.Scheme;
import dev.fanwise.runtime.Schemes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Networks as people initialise them, with nothing wrong in them. */
final class CommonNetworks {
  private static final Scheme RELU_IN = Schemes.kaiming();
  private static final Scheme RELU_OUT = Schemes.kaiming(FanMode.FAN_OUT, RELU);
  private static final Scheme TORCH =
      Schemes.kaiming(FanMode.FAN_IN, Math.sqrt(5), Distribution.UNIFORM);
  private static final Scheme XAVIER = Schemes.xavier();
  private static final Scheme SMALL = Schemes.normal(0, 0.02);
  private static final Scheme ZEROS = Schemes.zeros();
  private static final Scheme ONES = Schemes.ones();

  private CommonNetworks() {}

  static Map<String, Net> all() {
    Map<String, Net> all = new LinkedHashMap<>();
    all.put("MLP", mlp());
    all.put("LeNet, PyTorch's defaults", leNet());
    all.put("VGG", vgg());
    all.put("ResNet", resNet());
    all.put("U-Net", uNet());
    all.put("variational autoencoder", autoencoder());
    all.put("DCGAN", dcgan());
    all.put("LSTM", lstm());
    all.put("actor-critic", actorCritic());
    all.put("SIREN", siren());
    all.put("GPT-2", gpt2());
    all.put("encoder of Vaswani et al.", encoder());
    all.put("Llama", llama());
    all.put("vision transformer", vit());
    all.put("decoder with mixed schemes", decoder(0, null));
    all.put("SELU network", selu());
    all.put("MLP-Mixer", mixer());
    all.put("MobileNet", mobileNet());
    all.put("mixture of experts", experts());
    all.put("Fixup", fixup());
    return all;
  }

  private static Net mlp() {
    return new Net()
        .add("hidden1", RELU_IN, 256, 784)
        .add("bias1", ZEROS, 256)
        .add("hidden2", RELU_IN, 128, 256)
        .add("bias2", ZEROS, 128)
        .add("hidden3", RELU_IN, 128, 128)
        .add("out", XAVIER, 10, 128);
  }

  private static Net leNet() {
    return new Net()
        .add("conv1.weight", TORCH, 6, 1, 5, 5)
        .add("conv2.weight", TORCH, 16, 6, 5, 5)
        .add("fc1.weight", TORCH, 120, 400)
        .add("fc2.weight", TORCH, 84, 120)
        .add("fc3.weight", TORCH, 10, 84);
  }

  private static Net vgg() {
    Net net = new Net();
    int[] widths = {3, 64, 64, 128, 128, 256, 256, 256, 512, 512, 512};
    for (int i = 1; i < widths.length; i++) {
      net.add("features." + 2 * i + ".weight", RELU_OUT, widths[i], widths[i - 1], 3, 3);
      net.add("features." + 2 * i + ".bias", ZEROS, widths[i]);
    }
    return net.add("classifier.0.weight", Schemes.normal(0, 0.01), 4096, 25088)
        .add("classifier.3.weight", Schemes.normal(0, 0.01), 4096, 4096)
        .add("classifier.6.weight", Schemes.normal(0, 0.01), 1000, 4096);
  }

  private static Net resNet() {
    Net net = new Net().add("conv1.weight", RELU_OUT, 64, 3, 7, 7);
    int in = 64;
    for (int stage = 1; stage <= 4; stage++) {
      int out = 32 << stage;
      for (int block = 0; block < 2; block++) {
        String name = "layer" + stage + "." + block + ".";
        net.add(name + "conv1.weight", RELU_OUT, out, in, 3, 3);
        net.add(name + "bn1.weight", ONES, out);
        net.add(name + "conv2.weight", RELU_OUT, out, out, 3, 3);
        net.add(name + "bn2.weight", ZEROS, out);
        if (in != out) {
          net.add(name + "downsample.0.weight", RELU_OUT, out, in, 1, 1);
        }
        in = out;
      }
    }
    return net.add("fc.weight", TORCH, 1000, 512).add("fc.bias", ZEROS, 1000);
  }

  private static Net uNet() {
    Net net = new Net();
    int[] widths = {1, 32, 64, 128};
    for (int i = 1; i < widths.length; i++) {
      net.add("down" + i + ".a", RELU_IN, widths[i], widths[i - 1], 3, 3);
      net.add("down" + i + ".b", RELU_IN, widths[i], widths[i], 3, 3);
    }
    for (int i = 2; i > 0; i--) {
      net.add(
          "up" + i + ".transposed",
          RELU_IN,
          Layout.OI,
          Connection.TRANSPOSED,
          1,
          widths[i + 1],
          widths[i],
          2,
          2);
      net.add("up" + i + ".a", RELU_IN, widths[i], 2 * widths[i], 3, 3);
      net.add("up" + i + ".b", RELU_IN, widths[i], widths[i], 3, 3);
    }
    return net.add("head", XAVIER, 2, 32, 1, 1);
  }

  private static Net autoencoder() {
    return new Net()
        .add("encoder1", RELU_IN, 400, 784)
        .add("encoder2", RELU_IN, 256, 400)
        .add("mean", XAVIER, 20, 256)
        .add("logVariance", XAVIER, 20, 256)
        .add("decoder1", RELU_IN, 256, 20)
        .add("decoder2", RELU_IN, 400, 256)
        .add("out", XAVIER, 784, 400);
  }

  private static Net dcgan() {
    Net net = new Net();
    int[] widths = {100, 512, 256, 128, 64, 3};
    for (int i = 1; i < widths.length; i++) {
      net.add(
          "main." + 3 * i + ".weight",
          SMALL,
          Layout.OI,
          Connection.TRANSPOSED,
          1,
          widths[i - 1],
          widths[i],
          4,
          4);
    }
    return net;
  }

  private static Net lstm() {
    return new Net()
        .add("embedding", Schemes.normal(0, 1), 10_000, 256)
        .add("inputWeights", XAVIER, 1024, 256)
        .add("recurrentWeights", Schemes.orthogonal(1), 1024, 256)
        .add("bias", Schemes.forgetGate(), 1024)
        .add("out", XAVIER, 10_000, 256);
  }

  private static Net actorCritic() {
    Scheme hidden = Schemes.orthogonal(Math.sqrt(2));
    return new Net()
        .add("trunk1", hidden, 64, 8)
        .add("trunk2", hidden, 64, 64)
        .add("trunk3", hidden, 64, 64)
        .add("policy", Schemes.orthogonal(0.01), 4, 64)
        .add("value", Schemes.orthogonal(1), 1, 64);
  }

  private static Net siren() {
    Net net = new Net().add("layers.0.weight", Schemes.siren(30, true), 256, 2);
    for (int i = 1; i < 5; i++) {
      net.add("layers." + i + ".weight", Schemes.siren(), 256, 256);
      net.add("layers." + i + ".bias", Schemes.uniform(-0.06, 0.06), 256);
    }
    return net.add("layers.5.weight", Schemes.siren(), 3, 256);
  }

  private static Net gpt2() {
    Net net = new Net().add("wte.weight", SMALL, 50257, 768).add("wpe.weight", SMALL, 1024, 768);
    Scheme residual = SMALL.residualScaled(ResidualRule.GPT2, 12);
    for (int i = 0; i < 12; i++) {
      String block = "h." + i + ".";
      net.add(block + "ln_1.weight", ONES, 768).add(block + "ln_1.bias", ZEROS, 768);
      net.add(block + "attn.c_attn.weight", SMALL, Layout.IO, Connection.FORWARD, 1, 768, 2304);
      net.add(block + "attn.c_proj.weight", residual, Layout.IO, Connection.FORWARD, 1, 768, 768);
      net.add(block + "mlp.c_fc.weight", SMALL, Layout.IO, Connection.FORWARD, 1, 768, 3072);
      net.add(block + "mlp.c_proj.weight", residual, Layout.IO, Connection.FORWARD, 1, 3072, 768);
    }
    return net.add("ln_f.weight", ONES, 768);
  }

  private static Net encoder() {
    Net net = new Net().add("embedding", Schemes.normal(0, 1 / Math.sqrt(512)), 32_000, 512);
    Scheme fused = Schemes.xavier(1 / Math.sqrt(2), Nonlinearity.LINEAR, Distribution.UNIFORM);
    for (int i = 0; i < 6; i++) {
      String layer = "layers." + i + ".";
      net.add(layer + "self_attn.q_proj.weight", fused, 512, 512);
      net.add(layer + "self_attn.k_proj.weight", fused, 512, 512);
      net.add(layer + "self_attn.v_proj.weight", fused, 512, 512);
      net.add(layer + "self_attn.out_proj.weight", XAVIER, 512, 512);
      net.add(layer + "linear1.weight", XAVIER, 2048, 512);
      net.add(layer + "linear2.weight", XAVIER, 512, 2048);
    }
    return net.add("out", XAVIER, 32_000, 512);
  }

  private static Net llama() {
    Net net = new Net().add("model.embed_tokens.weight", SMALL, 32_000, 512);
    for (int i = 0; i < 8; i++) {
      String layer = "model.layers." + i + ".";
      net.add(layer + "self_attn.q_proj.weight", SMALL, 512, 512);
      net.add(layer + "self_attn.k_proj.weight", SMALL, 128, 512);
      net.add(layer + "self_attn.v_proj.weight", SMALL, 128, 512);
      net.add(layer + "self_attn.o_proj.weight", SMALL, 512, 512);
      net.add(layer + "mlp.gate_proj.weight", SMALL, 1376, 512);
      net.add(layer + "mlp.up_proj.weight", SMALL, 1376, 512);
      net.add(layer + "mlp.down_proj.weight", SMALL, 512, 1376);
      net.add(layer + "input_layernorm.weight", ONES, 512);
    }
    return net.add("lm_head.weight", SMALL, 32_000, 512);
  }

  private static Net vit() {
    Scheme cut = Schemes.truncatedNormal(0, 0.02, -2, 2, false);
    Net net =
        new Net()
            .add("patch_embed.weight", Schemes.lecun(), 384, 3, 16, 16)
            .add("pos_embed", cut, 197, 384);
    for (int i = 0; i < 6; i++) {
      String block = "blocks." + i + ".";
      net.add(block + "attn.qkv.weight", XAVIER, 1152, 384);
      net.add(block + "attn.proj.weight", XAVIER, 384, 384);
      net.add(block + "mlp.fc1.weight", XAVIER, 1536, 384);
      net.add(block + "mlp.fc2.weight", XAVIER, 384, 1536);
    }
    return net.add("head.weight", ZEROS, 1000, 384);
  }

  /**
   * Xavier in attention, Kaiming in the feed-forward layers.
   *
   * @param wrong the number of the block whose {@code up} is wrong, from 1; 0 for none
   */
  static Net decoder(int wrong, Scheme scheme) {
    Net net = new Net().add("embedding", SMALL, 1000, 64);
    for (int i = 1; i <= 12; i++) {
      String block = "blocks." + i + ".";
      net.add(block + "norm.gain", ONES, 64);
      for (String name : new String[] {"query", "key", "value", "output"}) {
        net.add(block + "attention." + name, XAVIER, 64, 64);
      }
      net.add(block + "mlp.up", i == wrong ? scheme : RELU_IN, 256, 64);
      net.add(block + "mlp.upBias", ZEROS, 256);
      net.add(block + "mlp.down", XAVIER.residualScaled(ResidualRule.GPT2, 12), 64, 256);
    }
    return net.add("head", XAVIER, 1000, 64);
  }

  private static Net selu() {
    Net net = new Net();
    for (int i = 1; i < 8; i++) {
      net.add("layer" + i, Schemes.lecun(), 128, 128);
    }
    return net.add("layer8", Schemes.lecun(), 10, 128);
  }

  private static Net mixer() {
    Net net = new Net().add("stem", Schemes.lecun(), 256, 3, 16, 16);
    for (int i = 0; i < 8; i++) {
      net.add("blocks." + i + ".tokens.fc1", XAVIER, 128, 196);
      net.add("blocks." + i + ".tokens.fc2", XAVIER, 196, 128);
      net.add("blocks." + i + ".channels.fc1", XAVIER, 1024, 256);
      net.add("blocks." + i + ".channels.fc2", XAVIER, 256, 1024);
    }
    return net.add("head", ZEROS, 1000, 256);
  }

  private static Net mobileNet() {
    Net net = new Net().add("stem", RELU_OUT, 32, 3, 3, 3);
    int in = 32;
    for (int i = 1; i <= 6; i++) {
      int out = i % 2 == 0 ? 2 * in : in;
      net.add("block" + i + ".depthwise", RELU_OUT, Layout.OI, Connection.FORWARD, in, in, 1, 3, 3);
      net.add("block" + i + ".pointwise", RELU_OUT, out, in, 1, 1);
      in = out;
    }
    return net.add("classifier", Schemes.normal(0, 0.01), 1000, in);
  }

  private static Net experts() {
    Net net = new Net();
    for (int i = 0; i < 4; i++) {
      net.add("layers." + i + ".router", SMALL, 8, 64);
      for (int e = 0; e < 8; e++) {
        net.add("layers." + i + ".experts." + e + ".w1", RELU_IN, 256, 64);
        net.add("layers." + i + ".experts." + e + ".w2", XAVIER, 64, 256);
        net.add("layers." + i + ".experts." + e + ".w3", RELU_IN, 256, 64);
      }
    }
    return net;
  }

  private static Net fixup() {
    Net net = new Net().add("conv1", RELU_OUT, 16, 3, 3, 3);
    for (int i = 0; i < 9; i++) {
      net.add(
          "blocks." + i + ".conv1", RELU_IN.residualScaled(ResidualRule.FIXUP, 9, 2), 16, 16, 3, 3);
      net.add("blocks." + i + ".conv2", ZEROS, 16, 16, 3, 3);
    }
    return net.add("fc", ZEROS, 10, 16);
  }
}
