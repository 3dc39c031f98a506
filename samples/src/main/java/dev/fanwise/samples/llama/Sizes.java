package dev.fanwise.samples.llama;

/**
 * The sizes of a decoder.
 *
 * @param vocabulary the number of different tokens
 * @param width the features of the residual stream, a multiple of {@code heads}
 * @param layers the number of blocks
 * @param heads the heads of queries
 * @param keyValueHeads the heads of keys and values, a divisor of {@code heads}
 * @param hidden the features inside the feed-forward part
 */
record Sizes(int vocabulary, int width, int layers, int heads, int keyValueHeads, int hidden) {
  /** Llama 7B: Touvron et al. (2023), table 2; 6,738,415,616 weights. */
  static final Sizes LLAMA_7B = new Sizes(32_000, 4_096, 32, 32, 32, 11_008);

  /** The same decoder, smaller, with heads of keys and values that queries share: 50,602,496. */
  static final Sizes SCALED = new Sizes(32_000, 512, 8, 8, 2, 1_024);

  /** The features of all heads of keys, or of values. */
  int keyValueWidth() {
    return width / heads * keyValueHeads;
  }
}
