/** The annotations and enums of Fanwise. */
module dev.fanwise {
  exports dev.fanwise;
}
