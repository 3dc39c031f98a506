/**
 * The waist of the processor: all that is known of a class to be generated, as records of names,
 * numbers and laws, without the compiler's types and without the writer's.
 */
package dev.fanwise.processor.plan;
