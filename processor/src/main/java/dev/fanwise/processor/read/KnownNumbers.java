package dev.fanwise.processor.read;

import javax.lang.model.element.Element;

/** The numbers of a model that are known before there is an object. */
@FunctionalInterface
public interface KnownNumbers {
  /** Those that are constants, and no others. */
  KnownNumbers CONSTANTS = member -> null;

  /** The number of a field or method that is no constant, or null. */
  Integer of(Element member);
}
