import dev.fanwise.KaimingInit;
import dev.fanwise.OnesInit;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import lombok.AccessLevel;
import lombok.Data;
import lombok.Setter;

@Data
final class Net {
  @Shape({16, 8})
  @XavierInit
  float[] hidden;

  @Shape({4, 16})
  @KaimingInit
  @Setter(AccessLevel.NONE)
  protected final double[][] out = new double[4][16];

  @Shape(4)
  @OnesInit
  float[] bias;

  private String label = "net";
}
