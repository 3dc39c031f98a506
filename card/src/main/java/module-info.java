/** The weight card: what a model's weights are, for people and programs. */
module dev.fanwise.card {
  requires transitive dev.fanwise.runtime;

  exports dev.fanwise.card;
}
