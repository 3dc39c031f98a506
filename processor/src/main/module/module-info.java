/** The annotation processor: for {@code --processor-module-path}. */
module dev.fanwise.processor {
  requires dev.fanwise.runtime;
  requires java.compiler;
  // For cards, where there is one: not in a JRE.
  requires static jdk.compiler;

  provides javax.annotation.processing.Processor with
      dev.fanwise.processor.FanwiseProcessor;
}
