/** What adapters to training engines share. */
module dev.fanwise.engines {
  requires transitive dev.fanwise.runtime;

  exports dev.fanwise.engines;
}
