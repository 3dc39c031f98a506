package dev.fanwise.processor.report;

/** Whether a problem stops the generation of the class. */
public enum Severity {
  ERROR,
  WARNING
}
