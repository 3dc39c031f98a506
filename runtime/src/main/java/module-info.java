/** What generated initialisers call: the random stream, fans and gains, fill kernels. */
module dev.fanwise.runtime {
  requires transitive dev.fanwise;

  exports dev.fanwise.runtime;
  exports dev.fanwise.runtime.jax;
  exports dev.fanwise.runtime.torch;
}
