package dev.fanwise.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a model that PyTorch's generator draws one after the other, in any order: its
 * state before each is kept once it was passed, so that no tensor is drawn more than twice if all
 * are drawn once.
 */
final class TorchSequence {
  private final List<Tensor<?>> tensors = new ArrayList<>();

  /** The generator's state before tensor i, as far as it is known. */
  private final List<TorchGenerator.State> before = new ArrayList<>();

  /** What a model holds for the tensors; null for those that it does not hold. */
  private final List<Object> held = new ArrayList<>();

  TorchSequence(long seed) {
    before.add(TorchGenerator.seeded(seed).state());
  }

  /** Adds the next tensor, and returns its number. */
  <T> int add(LazyParameters.Maker<T> maker, LazyParameters.TorchFiller<T> filler) {
    tensors.add(new Tensor<>(maker, filler));
    return tensors.size() - 1;
  }

  /** The weights of a tensor, after those before it as far as they were never passed. */
  synchronized Object draw(int number) {
    int at = Math.min(number, before.size() - 1);
    TorchGenerator generator = before.get(at).generator();
    while (at < number) {
      drawNext(at++, generator);
    }
    return drawNext(at, generator);
  }

  private Object drawNext(int at, TorchGenerator generator) {
    Object weights = tensors.get(at).drawInto(null, generator);
    if (before.size() == at + 1) {
      before.add(generator.state());
    }
    return weights;
  }

  /**
   * Takes what a model holds for the next tensor, or null.
   *
   * @return whether it is the first
   */
  boolean hold(Object weights) {
    held.add(weights);
    return held.size() == 1;
  }

  /** Fills what a model holds; numbers of tensors that it does not hold are drawn and dropped. */
  void fillHeld() {
    TorchGenerator generator = before.get(0).generator();
    for (int i = 0; i < held.size(); i++) {
      tensors.get(i).drawInto(held.get(i), generator);
    }
  }

  private static final class Tensor<T> {
    private final LazyParameters.Maker<T> maker;
    private final LazyParameters.TorchFiller<T> filler;

    Tensor(LazyParameters.Maker<T> maker, LazyParameters.TorchFiller<T> filler) {
      this.maker = maker;
      this.filler = filler;
    }

    /**
     * Draws the tensor.
     *
     * @param weights where to, or null for new weights
     */
    @SuppressWarnings("unchecked") // The field's type is what the maker makes.
    Object drawInto(Object weights, TorchGenerator generator) {
      T drawn = weights == null ? maker.make() : (T) weights;
      filler.fill(drawn, generator);
      return drawn;
    }
  }
}
