package dev.fanwise.processor.plan;

/**
 * The symbolic tensor that a law's fans are those of.
 *
 * @param field its field
 * @param methodSuffix what the names of its methods end with
 * @param geometry its shape
 */
public record FanSource(String field, String methodSuffix, Geometry geometry) {}
