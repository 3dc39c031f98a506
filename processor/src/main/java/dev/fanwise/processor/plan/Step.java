package dev.fanwise.processor.plan;

/**
 * A number that generated code works out at run time and gives a name.
 *
 * @param name the name of the variable
 * @param term how it is worked out
 */
public record Step(String name, Term term) {}
