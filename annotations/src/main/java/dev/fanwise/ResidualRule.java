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
