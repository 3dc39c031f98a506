/** A model's weights in files. */
module dev.fanwise.checkpoint {
  requires transitive dev.fanwise.runtime;

  exports dev.fanwise.checkpoint;
}
