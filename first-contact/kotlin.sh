#!/usr/bin/env bash
# With Kotlin and Maven, from an empty folder to initialised weights: kotlin.sh VERSION
set -euo pipefail
version=$1 kotlin=2.4.21

cat >pom.xml <<END
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId>
  <artifactId>first</artifactId>
  <version>1</version>

  <properties>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <maven.compiler.release>17</maven.compiler.release>
    <kotlin.compiler.jvmTarget>17</kotlin.compiler.jvmTarget>
    <kotlin.compiler.daemon>false</kotlin.compiler.daemon>
  </properties>

  <dependencies>
    <dependency>
      <groupId>dev.fanwise</groupId>
      <artifactId>fanwise-runtime</artifactId>
      <version>$version</version>
    </dependency>
    <dependency>
      <groupId>org.jetbrains.kotlin</groupId>
      <artifactId>kotlin-stdlib</artifactId>
      <version>$kotlin</version>
    </dependency>
  </dependencies>
  <build>
    <sourceDirectory>src/main/kotlin</sourceDirectory>
    <plugins>
      <plugin>
        <groupId>org.jetbrains.kotlin</groupId>
        <artifactId>kotlin-maven-plugin</artifactId>
        <version>$kotlin</version>
        <executions>
          <execution>
            <id>kapt</id>
            <goals>
              <goal>kapt</goal>
            </goals>
            <configuration>
              <annotationProcessorPaths>
                <annotationProcessorPath>
                  <groupId>dev.fanwise</groupId>
                  <artifactId>fanwise-processor</artifactId>
                  <version>$version</version>
                </annotationProcessorPath>
              </annotationProcessorPaths>
            </configuration>
          </execution>
          <execution>
            <id>compile</id>
            <goals>
              <goal>compile</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.15.0</version>
        <configuration>
          <proc>none</proc>
        </configuration>
        <executions>
          <execution>
            <id>default-compile</id>
            <phase>none</phase>
          </execution>
          <execution>
            <id>compile-java</id>
            <phase>compile</phase>
            <goals>
              <goal>compile</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
END

mkdir -p src/main/kotlin
cat >src/main/kotlin/Mlp.kt <<'END'
import dev.fanwise.*

class Mlp {
  @Shape(256, 784) @XavierInit lateinit var hidden: FloatArray
  @Shape(256) @ZerosInit lateinit var hiddenBias: FloatArray
  @Shape(10, 256) @KaimingInit(mode = FanMode.FAN_OUT, a = 0.01) lateinit var out: FloatArray
}

fun main() {
  val mlp = MlpInitializer.initialize(Mlp(), 42L)
  println("${mlp.hidden[0]} ${mlp.hiddenBias[0]} ${mlp.out[0]}")
}
END

mvn -q compile org.codehaus.mojo:exec-maven-plugin:3.6.2:java -Dexec.mainClass=MlpKt
