#!/usr/bin/env bash
# With the Deep Java Library and its PyTorch engine, from an empty folder to initialised weights: djl.sh VERSION
# The engine's native library is the one for Linux on x86-64.
set -euo pipefail
version=$1 djl=0.36.0 pytorch=2.7.1

cat >pom.xml <<END
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>first</artifactId>
  <version>1</version>

  <properties>
    <maven.compiler.release>17</maven.compiler.release>
  </properties>

  <dependencies>
    <dependency>
      <groupId>dev.fanwise</groupId>
      <artifactId>fanwise-djl</artifactId>
      <version>$version</version>
    </dependency>
    <dependency>
      <groupId>ai.djl.pytorch</groupId>
      <artifactId>pytorch-engine</artifactId>
      <version>$djl</version>
    </dependency>
    <dependency>
      <groupId>ai.djl.pytorch</groupId>
      <artifactId>pytorch-jni</artifactId>
      <version>$pytorch-$djl</version>
    </dependency>
    <dependency>
      <groupId>ai.djl.pytorch</groupId>
      <artifactId>pytorch-native-cpu</artifactId>
      <version>$pytorch</version>
      <classifier>linux-x86_64</classifier>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.15.0</version>
      </plugin>
    </plugins>
  </build>
</project>
END

mkdir -p src/main/java
cat >src/main/java/First.java <<'END'
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.*;
import ai.djl.nn.core.Linear;
import dev.fanwise.djl.FanwiseDjl;

final class First {
  public static void main(String[] args) {
    Linear layer = Linear.builder().setUnits(10).build();
    layer.initialize(NDManager.newBaseManager(), DataType.FLOAT32, new Shape(1, 784));
    FanwiseDjl.initialize(layer, 42L);
    System.out.println(layer.getParameters().get("weight").getArray().toFloatArray()[0]);
  }
}
END

mvn -q compile org.codehaus.mojo:exec-maven-plugin:3.6.2:java -Dexec.mainClass=First
