package dev.fanwise.processor.plan;

/**
 * A class as generated code has to name it, without the compiler that it came from.
 *
 * @param packageName its package
 * @param owner the class that it is nested in, or null
 * @param name its simple name
 * @param wildcards how many type arguments it is given, all of them {@code ?}: none for a class
 *     without type parameters, or where the name alone is meant
 */
public record TypeRef(String packageName, TypeRef owner, String name, int wildcards) {}
