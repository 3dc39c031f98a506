/**
 * What users are told: every message is a {@code Problem} with an id, shown at the annotation's
 * value where there is one.
 *
 * <p>Problems of a class are collected in a {@code Report} and printed once, so that a rule need
 * not know how it is shown.
 */
package dev.fanwise.processor.report;
