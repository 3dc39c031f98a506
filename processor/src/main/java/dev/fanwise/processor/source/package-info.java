/**
 * What classes make of their fields, read from the compiler's trees where it shows them: sizes that
 * constructors fix, and how many submodules there are. For cards only; what is generated never
 * depends on it.
 */
package dev.fanwise.processor.source;
