package dev.fanwise.processor.plan;

/**
 * The symbolic tensor that a law's fans are those of.
 *
 * @param field its field
 * @param geometry its shape
 */
public record FanSource(String field, Geometry geometry) {}
