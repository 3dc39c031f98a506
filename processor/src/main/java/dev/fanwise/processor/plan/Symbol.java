package dev.fanwise.processor.plan;

/**
 * A number that a model knows of itself.
 *
 * @param name the name of the field or method
 * @param isMethod whether it is a method
 * @param owner the class that a static one belongs to, else null
 */
public record Symbol(String name, boolean isMethod, TypeRef owner) {}
