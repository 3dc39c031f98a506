package dev.fanwise.platform;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** The parameters that can be filled in parts, from parts: the lines of {@link Models} again. */
final class Pieces {
  private final Lines lines;
  private final long seed;

  Pieces(Lines lines, long seed) {
    this.lines = lines;
    this.seed = seed;
  }

  void print() {
    printSchemes();
    printMatrices();
    printStorage();
    printLayers();
    printJaxNet();
  }

  private <A> void line(String name, A into, int elements, Part<A> part) {
    Part.whole(into, elements, part, seed);
    lines.line(name, new Checksum().add(into).value());
  }

  private void printSchemes() {
    line("Schemes.xavier", new float[1200], 1200, SchemesInitializer::fillXavier);
    line("Schemes.xavierLoop", new float[42], 42, SchemesInitializer::fillXavierLoop);
    line("Schemes.xavierLines", new float[15], 15, SchemesInitializer::fillXavierLines);
    line("Schemes.kaiming", new float[1200], 1200, SchemesInitializer::fillKaiming);
    line("Schemes.kaimingLoop", new float[42], 42, SchemesInitializer::fillKaimingLoop);
    line("Schemes.kaimingLines", new float[15], 15, SchemesInitializer::fillKaimingLines);
    line("Schemes.lecun", new float[240], 240, SchemesInitializer::fillLecun);
    line("Schemes.varianceScaling", new float[240], 240, SchemesInitializer::fillVarianceScaling);
    line(
        "Schemes.varianceScalingLoop",
        new float[42],
        42,
        SchemesInitializer::fillVarianceScalingLoop);
    line("Schemes.bias", new float[20], 20, SchemesInitializer::fillBias);
    line("Schemes.uniform", new float[2100], 2100, SchemesInitializer::fillUniform);
    line("Schemes.uniformLoop", new float[50], 50, SchemesInitializer::fillUniformLoop);
    line("Schemes.uniformLines", new float[9], 9, SchemesInitializer::fillUniformLines);
    line("Schemes.normal", new float[2100], 2100, SchemesInitializer::fillNormal);
    line("Schemes.normalLoop", new float[50], 50, SchemesInitializer::fillNormalLoop);
    line("Schemes.normalLines", new float[9], 9, SchemesInitializer::fillNormalLines);
    line("Schemes.truncated", new float[2100], 2100, SchemesInitializer::fillTruncated);
    line("Schemes.truncatedLoop", new float[50], 50, SchemesInitializer::fillTruncatedLoop);
    line("Schemes.truncatedLines", new float[9], 9, SchemesInitializer::fillTruncatedLines);
    line("Schemes.zeros", new float[10], 10, SchemesInitializer::fillZeros);
    line("Schemes.ones", new float[10], 10, SchemesInitializer::fillOnes);
    line("Schemes.constant", new float[10], 10, SchemesInitializer::fillConstant);
    line("Schemes.siren", new float[240], 240, SchemesInitializer::fillSiren);
    line("Schemes.firstSiren", new float[40], 40, SchemesInitializer::fillFirstSiren);
    line("Schemes.chrono", new float[100], 100, SchemesInitializer::fillChrono);
    line("Schemes.forgetGate", new float[100], 100, SchemesInitializer::fillForgetGate);
    line("Schemes.mup", new float[240], 240, SchemesInitializer::fillMup);
    line("Schemes.residual", new float[240], 240, SchemesInitializer::fillResidual);
    line("Schemes.fixup", new float[240], 240, SchemesInitializer::fillFixup);
  }

  private void printMatrices() {
    line("Matrices.identity", new float[63], 63, MatricesInitializer::fillIdentity);
    line("Matrices.dirac", new float[288], 288, MatricesInitializer::fillDirac);
    line("Matrices.zerO", new float[256], 256, MatricesInitializer::fillZerO);
    line("Matrices.hadamard", new double[96], 96, MatricesInitializer::fillHadamard);
  }

  private void printStorage() {
    line("Storage.uniformDoubles", new double[1200], 1200, StorageInitializer::fillUniformDoubles);
    line(
        "Storage.uniformDoublesLoop",
        new double[45],
        45,
        StorageInitializer::fillUniformDoublesLoop);
    line("Storage.normalDoubles", new double[1200], 1200, StorageInitializer::fillNormalDoubles);
    line(
        "Storage.normalDoublesLines", new double[9], 9, StorageInitializer::fillNormalDoublesLines);
    line(
        "Storage.truncatedDoubles",
        new double[1200],
        1200,
        StorageInitializer::fillTruncatedDoubles);
    line("Storage.uniformRows", new float[360], 360, StorageInitializer::fillUniformRows);
    line("Storage.normalCube", new float[168], 168, StorageInitializer::fillNormalCube);
    line("Storage.truncatedRows", new double[360], 360, StorageInitializer::fillTruncatedRows);
    line("Storage.onesOfRankFour", new double[120], 120, StorageInitializer::fillOnesOfRankFour);
    line(
        "Storage.uniformBuffer",
        FloatBuffer.allocate(360),
        360,
        StorageInitializer::fillUniformBuffer);
    line(
        "Storage.normalBuffer",
        FloatBuffer.allocate(360),
        360,
        StorageInitializer::fillNormalBuffer);
    line(
        "Storage.truncatedBuffer",
        FloatBuffer.allocate(360),
        360,
        StorageInitializer::fillTruncatedBuffer);
    line(
        "Storage.uniformDoubleBuffer",
        DoubleBuffer.allocate(360),
        360,
        StorageInitializer::fillUniformDoubleBuffer);
    line(
        "Storage.normalDoubleBuffer",
        DoubleBuffer.allocate(360),
        360,
        StorageInitializer::fillNormalDoubleBuffer);
    line(
        "Storage.truncatedDoubleBuffer",
        DoubleBuffer.allocate(360),
        360,
        StorageInitializer::fillTruncatedDoubleBuffer);
    line("Storage.uniformBf16", new short[360], 360, StorageInitializer::fillUniformBf16);
    line("Storage.normalFp16", new short[360], 360, StorageInitializer::fillNormalFp16);
    line("Storage.truncatedBf16", new short[360], 360, StorageInitializer::fillTruncatedBf16);
  }

  private void printLayers() {
    line("Layers.convolution", new float[1152], 1152, LayersInitializer::fillConvolution);
    line("Layers.grouped", new float[192], 192, LayersInitializer::fillGrouped);
    line("Layers.transposed", new float[768], 768, LayersInitializer::fillTransposed);
    line("Layers.depthwise", new float[144], 144, LayersInitializer::fillDepthwise);
    line("Layers.fused", new float[192], 192, LayersInitializer::fillFused);
    line("Layers.groupedMup", new float[192], 192, LayersInitializer::fillGroupedMup);
  }

  private void printJaxNet() {
    line("JaxNet.kernel", new float[1152], 1152, JaxNetInitializer::fillKernel);
    line("JaxNet.normal", new float[1200], 1200, JaxNetInitializer::fillNormal);
    line("JaxNet.xavier", new float[1200], 1200, JaxNetInitializer::fillXavier);
    line("JaxNet.uniform", new float[1200], 1200, JaxNetInitializer::fillUniform);
    line("JaxNet.truncated", new float[1200], 1200, JaxNetInitializer::fillTruncated);
    line("JaxNet.rows", new float[360], 360, JaxNetInitializer::fillRows);
    line("JaxNet.buffer", FloatBuffer.allocate(360), 360, JaxNetInitializer::fillBuffer);
    line("JaxNet.bf16", new short[360], 360, JaxNetInitializer::fillBf16);
    line("JaxNet.zeros", new float[10], 10, JaxNetInitializer::fillZeros);
  }
}
