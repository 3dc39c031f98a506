package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Scaling;

/** A {@code @ResidualScaled} as it was written. */
public record ScalingUse(AnnotationUse use, Scaling scaling) {}
