package plans;

import dev.fanwise.*;
import java.util.List;
import java.util.Map;

/** Models that hold others. */
public class Trees {
  @Shape(2) @OnesInit float[] before;
  @Submodule Leaf single;
  @Submodule Leaf[] array;
  @Submodule List<Leaf> list;
  @Submodule Map<String, Leaf> map;
  @Submodule List<Map<String, Leaf[]>> mixed;
  @Submodule @StreamName("old") Leaf renamed;
  @Submodule Outer.Nested nested;
  @Submodule Cell cell;
  @Submodule Grown<String> grown;
  @SuppressWarnings("rawtypes") @Submodule Grown raw;
  @Submodule List<Trees> children;
  @Shape(2) @OnesInit float[] after;
}

class Leaf {
  @Shape({2, 3}) @XavierInit float[] w;
  @Shape(2) @OnesInit @StreamName("bias") float[] b;
}

class Outer {
  static class Nested {
    @Shape({2, 3}) @XavierInit float[] w;
  }

  public static class Open {
    @Shape({2, 3}) @XavierInit float[] w;
  }

  class Inner<T extends Comparable<T> & java.io.Serializable> {
    @Shape({2, 3}) @XavierInit float[] w;
  }
}

/** Weights of a superclass come first. */
class Cell extends Leaf {
  @Shape(4) @ZerosInit float[] own;
}

class Grown<T> {
  @Shape({2, 3}) @XavierInit float[] w;
}

@Deprecated
class Old {
  @Shape({2, 3}) @XavierInit float[] w;
}

class OldField {
  @Deprecated @Shape({2, 3}) @XavierInit float[] w;
}

class OldSymbol {
  @Deprecated int n;
  int m;

  @Shape(dims = {"n", "m"}) @XavierInit float[] w;
}

class HolderOfOld {
  @Submodule Old old;
}

/** Two ways to one class, which leads back to none. */
class Diamond {
  @Submodule Top top;
}

class Top {
  @Submodule Cell left;
  @Submodule Side right;
}

class Side {
  @Submodule Cell cell;
}

record Pair(@Submodule Leaf first, @Submodule List<Leaf> others) {}
