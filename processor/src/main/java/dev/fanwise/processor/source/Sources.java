package dev.fanwise.processor.source;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The sources of classes, where the compiler shows its trees: javac does; Eclipse's compiler does
 * not, nor, by its documentation, does Gradle, which hands processors an environment of its own. Of
 * classes in class files there is no source either.
 */
public interface Sources {
  /** None. */
  Sources NONE =
      new Sources() {
        @Override
        public Made.Instance any(TypeElement type, boolean isExact) {
          return new Made.Instance(type);
        }

        @Override
        public Made get(Made.Instance object, Element member) {
          return Made.UNKNOWN;
        }
      };

  /**
   * An object of a class, of which is known what all its constructors leave alike.
   *
   * @param isExact whether it is of this class rather than one below, which may change fields that
   *     are not final
   */
  Made.Instance any(TypeElement type, boolean isExact);

  /** What a field of an object holds, or an accessor of a record returns. */
  Made get(Made.Instance object, Element member);

  /** Those of a compilation. */
  static Sources of(ProcessingEnvironment environment) {
    // The one class that javac's trees take; asked by name, since a JRE has none of this.
    boolean isJavac =
        environment
            .getClass()
            .getName()
            .equals("com.sun.tools.javac.processing.JavacProcessingEnvironment");
    return isJavac ? TreeSources.of(environment) : NONE;
  }
}
