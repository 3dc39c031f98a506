#!/usr/bin/env bash
# With javac alone, from an empty folder to initialised weights: javac.sh VERSION REPOSITORY
# The three jars come from a folder here; Maven Central's page has them to be downloaded, once a version is there.
set -euo pipefail
version=$1 repository=$2

for name in fanwise-annotations fanwise-runtime fanwise-processor; do
  cp "$repository/dev/fanwise/$name/$version/$name-$version.jar" $name.jar
done

cat >Mlp.java <<'END'
import dev.fanwise.*;

final class Mlp {
  @Shape({256, 784}) @XavierInit float[] hidden;
  @Shape(256) @ZerosInit float[] hiddenBias;
  @Shape({10, 256}) @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01) float[] out;

  public static void main(String[] args) {
    Mlp mlp = MlpInitializer.initialize(new Mlp(), 42L);
    System.out.println(mlp.hidden[0] + " " + mlp.hiddenBias[0] + " " + mlp.out[0]);
  }
}
END

javac -classpath fanwise-runtime.jar:fanwise-annotations.jar \
    -processorpath fanwise-processor.jar:fanwise-runtime.jar:fanwise-annotations.jar Mlp.java
java -classpath .:fanwise-runtime.jar:fanwise-annotations.jar Mlp
