package dev.fanwise.processor;

import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import javax.lang.model.element.TypeElement;

/** Keeps what fails for one class from the others. */
record Guard(Printer printer) {
  /**
   * Does something for a class; an exception is an error of ours, and becomes a message.
   *
   * @return whether there was none
   */
  boolean run(TypeElement type, Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      Report report = new Report();
      report.add(Site.of(type), Problem.INTERNAL, type.getQualifiedName(), e);
      printer.print(report, type);
      return false;
    }
  }
}
