package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Scaling;
import javax.lang.model.element.AnnotationMirror;

/** A {@code @ResidualScaled} as it was written. */
public record ScalingUse(AnnotationMirror annotation, Scaling scaling) {}
