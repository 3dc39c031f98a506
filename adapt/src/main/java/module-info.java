/** Initialisation that looks at data: weights are scaled by what a batch makes of them. */
module dev.fanwise.adapt {
  requires transitive dev.fanwise.runtime;

  exports dev.fanwise.adapt;
}
