package program;

import dev.fanwise.dl4j.FanwiseDl4j;
import dev.fanwise.engines.LayerKind;
import dev.fanwise.engines.ParameterKind;
import dev.fanwise.engines.Rules;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Schemes;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class Dl4jProgram {
  public static void main(String[] args) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().nOut(64).build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(16))
                .build());
    net.init();
    Rules rules =
        Rules.pytorch()
            .layers(LayerKind.RECURRENT, Schemes.xavier())
            .layers(LayerKind.RECURRENT, ParameterKind.RECURRENT_WEIGHT, Schemes.orthogonal(1))
            .layers(LayerKind.RECURRENT, ParameterKind.BIAS, Schemes.forgetGate());
    for (ParameterInfo drawn : FanwiseDl4j.initialize(net, 42L, rules)) {
      System.out.println(drawn + ", fans " + drawn.fanIn() + ", " + drawn.fanOut());
    }
  }
}
