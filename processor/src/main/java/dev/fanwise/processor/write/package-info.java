/**
 * From the plan to the source file of an initialiser.
 *
 * <p>Above each method that emits code stands the code that it emits. Names of users go through
 * JavaPoet's {@code $N}, texts through {@code $S}; nothing that a user wrote is pasted into code.
 */
package dev.fanwise.processor.write;
