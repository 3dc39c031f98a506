package dev.fanwise.spark;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.LazyParameters;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * A decoder's matrices in bfloat16, of any size, to try a cluster before there is a model: {@code
 * --model dev.fanwise.spark.TrialDecoder --arguments 32000,512,8,1024}. All are normal with
 * standard deviation 0.02.
 */
public final class TrialDecoder implements ModelSupplier {
  private static final long serialVersionUID = 1;
  private static final double STD = 0.02;

  private final long seed;
  private final int vocabulary;
  private final int width;
  private final int layers;
  private final int hidden;

  /**
   * A decoder.
   *
   * @param seed the seed
   * @param vocabulary the rows of the embedding and of the head
   * @param width the features of the residual stream
   * @param layers the number of blocks
   * @param hidden the features inside the feed-forward part
   */
  public TrialDecoder(long seed, int vocabulary, int width, int layers, int hidden) {
    this.seed = seed;
    this.vocabulary = vocabulary;
    this.width = width;
    this.layers = layers;
    this.hidden = hidden;
  }

  @Override
  public List<LazyParameter> get() {
    List<ParameterInfo> infos = new ArrayList<>();
    add(infos, "embedding", vocabulary, width);
    for (int i = 0; i < layers; i++) {
      for (String matrix : List.of("query", "key", "value", "output")) {
        add(infos, "layers." + i + "." + matrix, width, width);
      }
      add(infos, "layers." + i + ".gate", hidden, width);
      add(infos, "layers." + i + ".up", hidden, width);
      add(infos, "layers." + i + ".down", width, hidden);
    }
    add(infos, "head", vocabulary, width);
    LazyParameters lazy = new LazyParameters(infos);
    for (ParameterInfo info : infos) {
      long key = Keys.fold(seed, Keys.id(info.name()));
      lazy.shorts(
          (into, offset, from, count) ->
              Fill.normal(into, offset, count, key, from, 0, STD, HalfPrecision.BF16));
    }
    return lazy.list();
  }

  private static void add(List<ParameterInfo> infos, String name, int rows, int columns) {
    infos.add(ParameterInfo.of(name, rows, columns).dataType(DataType.BF16).normal(0, STD));
  }
}
