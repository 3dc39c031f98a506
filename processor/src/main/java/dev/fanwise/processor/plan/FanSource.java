package dev.fanwise.processor.plan;

/**
 * The tensor whose fans a law needs at run time: the field's own, or that of the weights that a
 * bias belongs to.
 *
 * @param field its field
 * @param methodSuffix what the names of its methods end with
 * @param geometry its shape
 */
public record FanSource(String field, String methodSuffix, Geometry geometry) {}
