package dev.fanwise.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Small networks of the kinds that people train. */
final class Nets {
  static final long[] PICTURES = {4, 3, 8, 8};
  static final long[] SENTENCES = {4, 16, 6};

  private Nets() {}

  private static ComputationGraphConfiguration.GraphBuilder graph(double rate) {
    return new NeuralNetConfiguration.Builder()
        .updater(new Sgd(rate))
        .seed(1)
        .graphBuilder()
        .addInputs("in");
  }

  private static ConvolutionLayer conv(int stride) {
    return new ConvolutionLayer.Builder(3, 3)
        .nOut(8)
        .stride(stride, stride)
        .convolutionMode(ConvolutionMode.Same)
        .activation(Activation.IDENTITY)
        .hasBias(false)
        .build();
  }

  private static OutputLayer head() {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
        .nOut(1)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static ComputationGraph ready(ComputationGraphConfiguration configuration) {
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }

  static ComputationGraph resNet() {
    return ready(
        graph(0.01)
            .addLayer("stem", conv(2), "in")
            .addLayer("conv1", conv(1), "stem")
            .addLayer("norm1", new BatchNormalization.Builder().build(), "conv1")
            .addLayer("relu", new ActivationLayer(Activation.RELU), "norm1")
            .addLayer("conv2", conv(1), "relu")
            .addLayer("norm2", new BatchNormalization.Builder().build(), "conv2")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm2", "stem")
            .addLayer("out", head(), "add")
            .setOutputs("out")
            .setInputTypes(InputType.convolutional(8, 8, 3))
            .build());
  }

  static ComputationGraph transformer() {
    return ready(
        graph(0.01)
            .addLayer(
                "attention",
                new SelfAttentionLayer.Builder()
                    .nIn(16)
                    .nOut(16)
                    .nHeads(4)
                    .headSize(4)
                    .projectInput(true)
                    .build(),
                "in")
            .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "attention", "in")
            .addLayer(
                "wide",
                new DenseLayer.Builder()
                    .nOut(32)
                    .activation(Activation.RELU)
                    .hasLayerNorm(true)
                    .build(),
                "add")
            .addLayer(
                "narrow",
                new DenseLayer.Builder().nOut(16).activation(Activation.IDENTITY).build(),
                "wide")
            .addLayer(
                "out",
                new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .nOut(1)
                    .activation(Activation.IDENTITY)
                    .build(),
                "narrow")
            .setOutputs("out")
            .setInputTypes(InputType.recurrent(16, 6))
            .build());
  }

  static ComputationGraph lstm() {
    return ready(
        graph(0.05)
            .addLayer("lstm1", new LSTM.Builder().nOut(12).build(), "in")
            .addLayer("lstm2", new LSTM.Builder().nOut(12).build(), "lstm1")
            .addLayer(
                "out",
                new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .nOut(1)
                    .activation(Activation.IDENTITY)
                    .build(),
                "lstm2")
            .setOutputs("out")
            .setInputTypes(InputType.recurrent(16, 6))
            .build());
  }

  /** Numbers that are the same each time. */
  static INDArray waves(long... shape) {
    long elements = 1;
    for (long dimension : shape) {
      elements *= dimension;
    }
    return Transforms.sin(Nd4j.linspace(0, elements - 1, elements).mul(0.7).reshape(shape))
        .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
  }

  static double[] losses(ComputationGraph graph, long[] inputs, long seed, int steps) {
    FanwiseDl4j.initialize(graph, seed);
    INDArray x = waves(inputs);
    INDArray y = inputs.length == 4 ? waves(inputs[0], 1) : waves(inputs[0], 1, inputs[2]);
    double[] losses = new double[steps];
    for (int step = 0; step < steps; step++) {
      graph.fit(new INDArray[] {x}, new INDArray[] {y});
      losses[step] = graph.score();
    }
    return losses;
  }
}
