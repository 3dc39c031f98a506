package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Scheme;
import javax.lang.model.element.AnnotationMirror;

/** A scheme annotation as it was written, and the scheme that it stands for. */
public record SchemeUse(AnnotationMirror annotation, Scheme scheme) {}
