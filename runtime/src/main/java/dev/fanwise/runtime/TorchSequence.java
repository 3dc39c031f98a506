package dev.fanwise.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a model that PyTorch's generator draws one after the other, in any order: its
 * state before each is kept once it was passed, so that no tensor is drawn more than twice if all
 * are drawn once.
 */
final class TorchSequence {
  /** Draws one tensor. */
  interface Tensor {
    Object draw(TorchGenerator generator);
  }

  private final List<Tensor> tensors = new ArrayList<>();

  /** The generator's state before tensor i, as far as it is known. */
  private final List<TorchGenerator.State> before = new ArrayList<>();

  TorchSequence(long seed) {
    before.add(TorchGenerator.seeded(seed).state());
  }

  /** Adds the next tensor, and returns its number. */
  int add(Tensor tensor) {
    tensors.add(tensor);
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
    Object weights = tensors.get(at).draw(generator);
    if (before.size() == at + 1) {
      before.add(generator.state());
    }
    return weights;
  }
}
