/** What generated initialisers call: the random stream, fans and gains, fill kernels. */
module dev.fanwise.runtime {
  requires transitive dev.fanwise;

  exports dev.fanwise.runtime;
}
