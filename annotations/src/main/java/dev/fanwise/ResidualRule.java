package dev.fanwise;

/** The factors by which deep residual networks narrow the weights of their branches. */
public enum ResidualRule {
  /**
   * 1 / √(2N) for the last projection of each branch, in a transformer of N layers with two
   * branches each. Radford et al., "Language Models are Unsupervised Multitask Learners" (2019),
   * section 2.3.
   */
  GPT2,
  /**
   * (8N)^(−1/4) for the feed-forward, value and output projections of an encoder or decoder of N
   * layers. Wang et al., "DeepNet: Scaling Transformers to 1,000 Layers" (2022), figure 2.
   */
  DEEPNORM,
  /**
   * (12M)^(−1/4) for the same projections of the decoder in an encoder and decoder, M layers;
   * ibidem.
   */
  DEEPNORM_DECODER,
  /**
   * √ln(2N) for the feed-forward, value and output projections of an encoder or decoder of N layers
   * with a normalisation more in each branch: wider, not narrower. Wang et al., "Magneto: A
   * Foundation Transformer" (ICML 2023), figure 2.
   */
  SUB_LN,
  /**
   * 1 / √l for all weights of layer l, counted from 1: {@code layers} is the number of the layer.
   * Zhang, Titov and Sennrich, "Improving Deep Transformer with Depth-Scaled Initialization and
   * Merged Attention" (EMNLP 2019), "Depth-Scaled Initialization"; what Marian has as {@code
   * --transformer-depth-scaling}.
   */
  DEPTH_SCALED,
  /**
   * 2 / N for the last projection of each branch, in a transformer of N layers whose two branches
   * run side by side; on {@link LecunInit} it gives 2 / (N·√d). Black et al., "GPT-NeoX-20B"
   * (2022), "Initialization", after Wang and Komatsuzaki's GPT-J (2021).
   */
  NEOX,
  /**
   * 0.67·N^(−1/4) for the feed-forward, value and output projections of an encoder of N layers.
   * Huang, Perez, Ba and Volkovs, "Improving Transformer Optimization Through Better
   * Initialization" (ICML 2020), section 3.2.
   */
  T_FIXUP,
  /** (9N)^(−1/4) for the same projections of a decoder of N layers, and for embeddings; ibidem. */
  T_FIXUP_DECODER,
  /**
   * L^(−1/(2m − 2)) for the weights in a residual branch, all but its last, with L branches of m
   * weight layers. Zhang, Dauphin and Ma, "Fixup Initialization" (ICLR 2019), section 3.
   */
  FIXUP
}
