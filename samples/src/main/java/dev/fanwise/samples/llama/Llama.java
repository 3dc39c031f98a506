package dev.fanwise.samples.llama;

import dev.fanwise.HalfPrecision;
import dev.fanwise.NormalInit;
import dev.fanwise.OnesInit;
import dev.fanwise.Precision;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import java.util.Arrays;

/**
 * The weights of a decoder as Llama is one: Touvron et al., "LLaMA: Open and Efficient Foundation
 * Language Models" (2023). Fields are named as Hugging Face's {@code LlamaForCausalLM} names its
 * tensors, so that the paths agree; the standard deviation is that of its configuration.
 */
final class Llama {
  @Submodule final Decoder model;
  @Submodule final Linear lm_head;

  Llama(Sizes sizes) {
    model = new Decoder(sizes);
    lm_head = new Linear(sizes.vocabulary(), sizes.width());
  }

  static final class Decoder {
    @Submodule final Linear embed_tokens;
    @Submodule final Block[] layers;
    @Submodule final Norm norm;

    Decoder(Sizes sizes) {
      embed_tokens = new Linear(sizes.vocabulary(), sizes.width());
      layers = new Block[sizes.layers()];
      Arrays.setAll(layers, i -> Block.of(sizes));
      norm = new Norm(sizes.width());
    }
  }

  record Block(
      @Submodule Attention self_attn,
      @Submodule Mlp mlp,
      @Submodule Norm input_layernorm,
      @Submodule Norm post_attention_layernorm) {

    static Block of(Sizes sizes) {
      int d = sizes.width();
      int kv = sizes.keyValueWidth();
      int hidden = sizes.hidden();
      return new Block(
          new Attention(new Linear(d, d), new Linear(kv, d), new Linear(kv, d), new Linear(d, d)),
          new Mlp(new Linear(hidden, d), new Linear(hidden, d), new Linear(d, hidden)),
          new Norm(d),
          new Norm(d));
    }
  }

  record Attention(
      @Submodule Linear q_proj,
      @Submodule Linear k_proj,
      @Submodule Linear v_proj,
      @Submodule Linear o_proj) {}

  record Mlp(@Submodule Linear gate_proj, @Submodule Linear up_proj, @Submodule Linear down_proj) {}

  static final class Linear {
    final int out;
    final int in;

    @Shape(dims = {"out", "in"})
    @NormalInit(std = 0.02)
    @Precision(HalfPrecision.BF16)
    short[] weight;

    Linear(int out, int in) {
      this.out = out;
      this.in = in;
    }
  }

  static final class Norm {
    final int width;

    @Shape(dims = "width")
    @OnesInit
    @Precision(HalfPrecision.BF16)
    short[] weight;

    Norm(int width) {
      this.width = width;
    }
  }
}
