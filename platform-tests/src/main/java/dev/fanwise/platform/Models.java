package dev.fanwise.platform;

import java.util.concurrent.ForkJoinPool;

/** This package's models, initialised as a whole: alone and on the threads of a pool. */
final class Models {
  static final int OUT = 9;
  static final int IN = 6;

  private final Lines lines;
  private final long seed;

  Models(Lines lines, long seed) {
    this.lines = lines;
    this.seed = seed;
  }

  void print() {
    Schemes schemes = SchemesInitializer.initialize(new Schemes(), seed);
    lines.weights("Schemes", visitor -> SchemesInitializer.visitParameters(schemes, visitor));
    lines.whole("Schemes", visitor -> SchemesInitializer.visitParameters(schemes, visitor));
    Matrices matrices = MatricesInitializer.initialize(new Matrices(), seed);
    lines.weights("Matrices", visitor -> MatricesInitializer.visitParameters(matrices, visitor));
    lines.whole("Matrices", visitor -> MatricesInitializer.visitParameters(matrices, visitor));
    Storage storage = StorageInitializer.initialize(new Storage(), seed);
    lines.weights("Storage", visitor -> StorageInitializer.visitParameters(storage, visitor));
    lines.whole("Storage", visitor -> StorageInitializer.visitParameters(storage, visitor));
    Layers layers = LayersInitializer.initialize(new Layers(), seed);
    lines.weights("Layers", visitor -> LayersInitializer.visitParameters(layers, visitor));
    lines.whole("Layers", visitor -> LayersInitializer.visitParameters(layers, visitor));
    Symbolic symbolic = SymbolicInitializer.initialize(new Symbolic(OUT, IN), seed);
    lines.weights("Symbolic", visitor -> SymbolicInitializer.visitParameters(symbolic, visitor));
    lines.whole("Symbolic", visitor -> SymbolicInitializer.visitParameters(symbolic, visitor));
    TorchNet torch = TorchNetInitializer.initialize(new TorchNet(), seed);
    lines.weights("TorchNet", visitor -> TorchNetInitializer.visitParameters(torch, visitor));
    lines.whole("TorchNet", visitor -> TorchNetInitializer.visitParameters(torch, visitor));
    JaxNet jax = JaxNetInitializer.initialize(new JaxNet(), seed);
    lines.weights("JaxNet", visitor -> JaxNetInitializer.visitParameters(jax, visitor));
    lines.whole("JaxNet", visitor -> JaxNetInitializer.visitParameters(jax, visitor));
    Tree tree = TreeInitializer.initialize(new Tree(), seed);
    lines.weights("Tree", visitor -> TreeInitializer.visitParameters(tree, visitor));
    lines.whole("Tree", visitor -> TreeInitializer.visitParameters(tree, visitor));
  }

  /** The same models and the same lines, one for each model. */
  void printPooled() {
    ForkJoinPool pool = new ForkJoinPool(2);
    Schemes schemes = SchemesInitializer.initialize(new Schemes(), seed, pool);
    lines.whole("Schemes", visitor -> SchemesInitializer.visitParameters(schemes, visitor));
    Matrices matrices = MatricesInitializer.initialize(new Matrices(), seed, pool);
    lines.whole("Matrices", visitor -> MatricesInitializer.visitParameters(matrices, visitor));
    Storage storage = StorageInitializer.initialize(new Storage(), seed, pool);
    lines.whole("Storage", visitor -> StorageInitializer.visitParameters(storage, visitor));
    Layers layers = LayersInitializer.initialize(new Layers(), seed, pool);
    lines.whole("Layers", visitor -> LayersInitializer.visitParameters(layers, visitor));
    Symbolic symbolic = SymbolicInitializer.initialize(new Symbolic(OUT, IN), seed, pool);
    lines.whole("Symbolic", visitor -> SymbolicInitializer.visitParameters(symbolic, visitor));
    TorchNet torch = TorchNetInitializer.initialize(new TorchNet(), seed, pool);
    lines.whole("TorchNet", visitor -> TorchNetInitializer.visitParameters(torch, visitor));
    JaxNet jax = JaxNetInitializer.initialize(new JaxNet(), seed, pool);
    lines.whole("JaxNet", visitor -> JaxNetInitializer.visitParameters(jax, visitor));
    Tree tree = TreeInitializer.initialize(new Tree(), seed, pool);
    lines.whole("Tree", visitor -> TreeInitializer.visitParameters(tree, visitor));
    pool.shutdown();
  }
}
