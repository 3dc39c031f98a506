@NullMarked
package nullable;

import org.jspecify.annotations.NullMarked;
