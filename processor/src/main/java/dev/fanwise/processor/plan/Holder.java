package dev.fanwise.processor.plan;

/**
 * The field that holds a weight.
 *
 * @param elementType the type of its elements
 * @param storage what kind of field it is
 * @param isFinal whether it is final, so that a missing array cannot be supplied
 * @param isNullable whether it is declared as one that may be null
 * @param isLazy whether it stays null unless the user gives it an array
 */
public record Holder(
    ElementType elementType,
    Storage storage,
    boolean isFinal,
    boolean isNullable,
    boolean isLazy) {}
