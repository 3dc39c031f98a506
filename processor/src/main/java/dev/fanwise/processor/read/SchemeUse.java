package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Scheme;

/** A scheme annotation as it was written, and the scheme that it stands for. */
public record SchemeUse(AnnotationUse use, Scheme scheme) {}
