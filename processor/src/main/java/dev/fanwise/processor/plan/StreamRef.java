package dev.fanwise.processor.plan;

import dev.fanwise.RandomEngine;

/**
 * Where the bits of a weight come from.
 *
 * @param engine whose numbers they are
 * @param number the weight's number among the model's parameters, by which JAX draws; -1 if
 *     submodules come before it
 * @param name the name of its stream
 * @param id the number that its key is folded with
 */
public record StreamRef(RandomEngine engine, int number, String name, long id) {}
