#!/usr/bin/env bash
# With Maven, from an empty folder to initialised weights: maven.sh VERSION
set -euo pipefail
version=$1

cat >pom.xml <<END
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>first</artifactId>
  <version>1</version>

  <dependencies>
    <dependency>
      <groupId>dev.fanwise</groupId>
      <artifactId>fanwise-runtime</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.15.0</version>
        <configuration>
          <annotationProcessorPaths>
            <path>
              <groupId>dev.fanwise</groupId>
              <artifactId>fanwise-processor</artifactId>
              <version>$version</version>
            </path>
          </annotationProcessorPaths>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
END

mkdir -p src/main/java
cat >src/main/java/Mlp.java <<'END'
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

mvn -q compile org.codehaus.mojo:exec-maven-plugin:3.6.2:java -Dexec.mainClass=Mlp
