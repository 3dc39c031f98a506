package dev.fanwise.peers;

import java.util.List;

/** The libraries by their short names, each on one thread, none of them on the network. */
final class Engines {
  static final List<String> NAMES = List.of("fanwise", "torch", "djl", "nd4j", "tensorflow");

  private Engines() {}

  /** To be called before the first class of an engine is loaded. */
  static void configure() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    String cache = System.getProperty("peers.cache");
    if (cache != null) {
      System.setProperty("DJL_CACHE_DIR", cache + "/djl");
      System.setProperty("org.bytedeco.javacpp.cachedir", cache + "/javacpp");
    }
  }

  static Peer open(String name, int size) {
    return switch (name) {
      case "fanwise" -> new FanwisePeer(size);
      case "torch" -> new TorchPeer(size);
      case "djl" -> new DjlPeer(size);
      case "nd4j" -> new Nd4jPeer(size);
      case "tensorflow" -> new TensorFlowPeer(size);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
