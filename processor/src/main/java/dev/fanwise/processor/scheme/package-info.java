/**
 * The schemes: each annotation of the catalogue with its rules and what it comes to for a tensor.
 *
 * <p>Nothing here knows the compiler or the source that is generated, so a scheme is tested with
 * neither.
 */
package dev.fanwise.processor.scheme;
