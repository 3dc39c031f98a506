package dev.fanwise.processor;

import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** Keeps what fails for one class from the others. */
record Guard(Printer printer) {
  /**
   * What Eclipse's compiler throws, from whatever method has it complete a class file that names a
   * type which is not there. Javac has a type of its own for those.
   */
  private static final Pattern MISSING =
      Pattern.compile(
          "org\\.eclipse\\.jdt\\..* The type (\\S+) cannot be resolved\\b.*", Pattern.DOTALL);

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
      Matcher missing = MISSING.matcher(e.toString());
      if (missing.matches()) {
        report.add(Site.of(type), Problem.MISSING_TYPE, type.getQualifiedName(), missing.group(1));
      } else {
        report.add(Site.of(type), Problem.INTERNAL, type.getQualifiedName(), e);
      }
      printer.print(report, type);
      return false;
    }
  }
}
