/**
 * What adapters to training engines share: parameters as an engine declares them, rules that say
 * which scheme draws which, the geometry of layers, and copies by name.
 *
 * <p>An adapter lists an engine's parameters as {@link dev.fanwise.engines.EngineParameter}s, in
 * the order of the engine's memory; {@link dev.fanwise.engines.Drawings} says what each is drawn
 * from, and {@link dev.fanwise.engines.Copies} which is which parameter of a Fanwise model. Both
 * check everything first and tell all that is wrong in one message.
 */
package dev.fanwise.engines;
