package dev.fanwise.processor.scheme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The scheme annotations that exist. */
public final class Schemes {
  private static final Map<String, Function<Arguments, Scheme>> READERS = readers();

  private Schemes() {}

  private static Map<String, Function<Arguments, Scheme>> readers() {
    Map<String, Function<Arguments, Scheme>> readers = new LinkedHashMap<>();
    readers.put("dev.fanwise.XavierInit", Xavier::read);
    readers.put("dev.fanwise.KaimingInit", Kaiming::read);
    readers.put("dev.fanwise.LecunInit", Lecun::read);
    readers.put("dev.fanwise.LenetInit", Lenet::read);
    readers.put("dev.fanwise.VarianceScalingInit", VarianceScaling::read);
    readers.put("dev.fanwise.UniformInit", Uniform::read);
    readers.put("dev.fanwise.NormalInit", Normal::read);
    readers.put("dev.fanwise.TruncatedNormalInit", TruncatedNormal::read);
    readers.put("dev.fanwise.ZerosInit", none -> new Constant("ZerosInit", 0));
    readers.put("dev.fanwise.OnesInit", none -> new Constant("OnesInit", 1));
    readers.put(
        "dev.fanwise.ConstantInit", given -> new Constant("ConstantInit", given.number("value")));
    readers.put("dev.fanwise.BiasInit", Bias::read);
    readers.put("dev.fanwise.IdentityInit", Identity::read);
    readers.put("dev.fanwise.DiracInit", Dirac::read);
    readers.put("dev.fanwise.OrthogonalInit", Orthogonal::read);
    readers.put("dev.fanwise.DeltaOrthogonalInit", DeltaOrthogonal::read);
    readers.put("dev.fanwise.SparseInit", Sparse::read);
    readers.put("dev.fanwise.SirenInit", Siren::read);
    readers.put("dev.fanwise.ZerOInit", ZerO::read);
    readers.put("dev.fanwise.ChronoInit", Chrono::read);
    readers.put("dev.fanwise.ForgetGateInit", ForgetGate::read);
    readers.put("dev.fanwise.MupInit", Mup::read);
    readers.put("dev.fanwise.NguyenWidrowInit", NguyenWidrow::read);
    return readers;
  }

  /** The qualified names of all scheme annotations. */
  public static Set<String> annotations() {
    return READERS.keySet();
  }

  /** The reader of a scheme annotation, if the name is that of one. */
  public static Optional<Function<Arguments, Scheme>> reader(String annotation) {
    return Optional.ofNullable(READERS.get(annotation));
  }
}
