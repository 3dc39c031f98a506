"""What Python packages of Debian draw, one line each: library, layer, shape, n, mean, std, low, high."""

import os
import subprocess
import warnings

import numpy as np

warnings.filterwarnings("ignore")


def line(library, layer, numbers, shape):
    a = np.asarray(numbers, dtype=np.float64).ravel()
    print(
        f"{library} | {layer} | {shape} | {a.size} | {a.mean():.5g} | {a.std():.5g}"
        f" | {a.min():.5g} | {a.max():.5g}",
        flush=True,
    )


def sklearn():
    import sklearn
    from sklearn.neural_network import BernoulliRBM, MLPClassifier

    library = "scikit-learn " + sklearn.__version__
    x = np.zeros((20, 784))
    y = np.arange(20) % 10
    for activation in ["relu", "tanh", "logistic", "identity"]:
        # A step so small that no weight changes.
        net = MLPClassifier(
            (256,), activation, solver="sgd", learning_rate_init=1e-300, momentum=0, alpha=0
        )
        net.partial_fit(x, y, classes=range(10))
        line(library, f"MLP {activation} weights", net.coefs_[0], "784x256")
        line(library, f"MLP {activation} output weights", net.coefs_[1], "256x10")
        line(library, f"MLP {activation} biases", net.intercepts_[0], "256")
    rbm = BernoulliRBM(256, n_iter=0).fit(x)
    line(library, "BernoulliRBM weights", rbm.components_, "256x784")


def opencv():
    import cv2

    library = "OpenCV " + cv2.__version__
    net = cv2.ml.ANN_MLP_create()
    net.setLayerSizes(np.array([784, 256, 10]))
    net.setActivationFunction(cv2.ml.ANN_MLP_SIGMOID_SYM, 1, 1)
    net.setTrainMethod(cv2.ml.ANN_MLP_BACKPROP, 1e-300, 0)
    net.setTermCriteria((cv2.TERM_CRITERIA_MAX_ITER, 1, 0))
    # Inputs of 0 leave the first layer's weights as they were, whatever the step.
    x = np.zeros((20, 784), np.float32)
    y = np.zeros((20, 10), np.float32)
    flags = cv2.ml.ANN_MLP_NO_INPUT_SCALE | cv2.ml.ANN_MLP_NO_OUTPUT_SCALE
    net.train(cv2.ml.TrainData_create(x, cv2.ml.ROW_SAMPLE, y), flags=flags)
    for i, shape in [(1, "784x256"), (2, "256x10")]:
        w = net.getWeights(i)
        line(library, f"ANN_MLP weights {i}", w[:-1], shape)
        print("  sums of the units' absolute weights:", np.abs(w[:-1]).sum(0)[:3])


def gensim():
    import gensim

    library = "gensim " + gensim.__version__
    words = [[f"w{i}" for i in range(2000)]] * 5
    for size in [100, 50]:
        model = gensim.models.Word2Vec(vector_size=size, min_count=1)
        model.build_vocab(words)
        line(library, f"Word2Vec vectors of {size}", model.wv.vectors, f"2000x{size}")
        line(library, f"Word2Vec output of {size}", model.syn1neg, f"2000x{size}")
    model = gensim.models.FastText(vector_size=100, min_count=1, bucket=2000)
    model.build_vocab(words)
    line(library, "FastText words of 100", model.wv.vectors_vocab, "2000x100")
    line(library, "FastText n-grams of 100", model.wv.vectors_ngrams, "2000x100")


def torch():
    import torch
    from torch import nn

    library = "PyTorch " + torch.__version__
    layers = [
        ("Linear", nn.Linear(784, 256)),
        ("Conv2d 3x3", nn.Conv2d(64, 128, 3)),
        ("Conv2d 3x3, 4 groups", nn.Conv2d(64, 128, 3, groups=4)),
        ("ConvTranspose2d 4x4", nn.ConvTranspose2d(128, 64, 4, stride=2)),
        ("Embedding", nn.Embedding(10000, 64)),
        ("EmbeddingBag", nn.EmbeddingBag(10000, 64)),
        ("Bilinear", nn.Bilinear(64, 32, 128)),
        ("LSTM", nn.LSTM(128, 256)),
        ("GRU", nn.GRU(128, 256)),
        ("RNN", nn.RNN(128, 256)),
        ("MultiheadAttention", nn.MultiheadAttention(256, 4)),
        ("TransformerEncoderLayer", nn.TransformerEncoderLayer(256, 4, 1024)),
        ("BatchNorm2d", nn.BatchNorm2d(64)),
        ("PReLU", nn.PReLU()),
    ]
    for name, layer in layers:
        for part, p in layer.named_parameters():
            line(library, f"{name} {part}", p.detach(), "x".join(map(str, p.shape)))


def thinc():
    import thinc
    from thinc import api
    from thinc.about import __version__

    library = "thinc " + __version__
    x = np.zeros((2, 784), dtype="f")
    for name, layer in [
        ("Linear", api.Linear(256, 784)),
        ("Relu", api.Relu(256, 784)),
        ("Mish", api.Mish(256, 784)),
        ("Gelu", api.Gelu(256, 784)),
        ("Maxout of 3", api.Maxout(256, 784, nP=3)),
        ("Softmax", api.Softmax(10, 784)),
    ]:
        layer.initialize(x)
        for part in layer.param_names:
            p = layer.get_param(part)
            line(library, f"{name} {part}", p, "x".join(map(str, p.shape)))
    ids = np.zeros((2,), dtype="uint64")
    for name, layer in [("Embed", api.Embed(64, 10000)), ("HashEmbed", api.HashEmbed(64, 10000))]:
        layer.initialize(ids)
        line(library, f"{name} E", layer.get_param("E"), "10000x64")


def darknet():
    # The command writes what it has drawn, if it is given no weights: biases before weights, layer by layer.
    subprocess.run(
        ["darknet", "partial", "net.cfg", "", "drawn.weights", "10"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    numbers = np.fromfile("drawn.weights", "<f4", offset=20)
    sizes = [128, 128 * 64 * 9, 100, 100 * 128 * 64]
    parts = np.split(numbers, np.cumsum(sizes)[:-1])
    library = "darknet 0.0.0+git20180914"
    line(library, "convolutional biases", parts[0], "128")
    line(library, "convolutional weights", parts[1], "128x64x3x3")
    line(library, "connected biases", parts[2], "100")
    line(library, "connected weights", parts[3], "100x8192")


os.environ.setdefault("OMP_NUM_THREADS", "1")
for part in [sklearn, opencv, gensim, torch, thinc, darknet]:
    try:
        part()
    except Exception as e:  # noqa: BLE001 - the other packages are still to be asked
        print(part.__name__, "did not run:", repr(e))
