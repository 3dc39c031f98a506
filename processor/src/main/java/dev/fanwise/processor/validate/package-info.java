/**
 * The rules of weights, submodules and classes, and the way of a class without faults into the
 * plan.
 *
 * <p>Every fault of a class is reported in one round; {@code PlanBuilder} is asked only if there is
 * none, so nothing is half written.
 */
package dev.fanwise.processor.validate;
