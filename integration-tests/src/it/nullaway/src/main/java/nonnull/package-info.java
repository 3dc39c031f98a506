@NullMarked
package nonnull;

import org.jspecify.annotations.NullMarked;
