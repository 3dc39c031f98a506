package dev.fanwise.processor.report;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints reports; one for a compilation. */
public final class Printer {
  private final Messager messager;
  private final RecordPlaces records;

  /**
   * What was printed, as text: a weight that several models inherit is reported once, and so is a
   * model that is checked in two rounds, whose elements are others in the second.
   */
  private final Set<String> printed = new HashSet<>();

  /** The names of the top-level classes that are being compiled. */
  private final Set<String> sources = new HashSet<>();

  public Printer(Messager messager) {
    this.messager = messager;
    this.records = new RecordPlaces(messager);
  }

  /** Notes the classes of a round: only what is in them has a place in a source. */
  public void compiling(Set<? extends Element> roots) {
    for (Element root : roots) {
      sources.add(nameOf(root));
    }
  }

  /**
   * Prints every problem of a report.
   *
   * @param model the class that the report is about: where a problem of a superclass is shown that
   *     is in a class file; null for a report on the options
   */
  public void print(Report report, TypeElement model) {
    Set<String> now = new HashSet<>();
    for (Report.Entry entry : report.entries()) {
      String text = pathOf(entry.site().element()) + " " + entry.message();
      if (!printed.contains(text)) {
        print(entry, model);
        now.add(text);
      }
    }
    printed.addAll(now);
  }

  /** The names of an element and of all that it is in. */
  private static String pathOf(Element element) {
    StringBuilder path = new StringBuilder();
    for (Element around = element; around != null; around = around.getEnclosingElement()) {
      path.append(around).append(' ');
    }
    return path.toString();
  }

  private void print(Report.Entry entry, TypeElement model) {
    Site site = entry.site();
    String message = entry.message();
    if (site.element() == null) {
      messager.printMessage(kind(entry), message);
      return;
    }
    String owner = topLevelName(site.element());
    if (!sources.contains(owner)) {
      site = Site.of(model);
      message += " (This is in " + owner + ", a class file.)";
    }
    TypeElement unplaced = records.unplaced(site.element());
    if (unplaced != null) {
      site = Site.of(RecordPlaces.near(unplaced));
      message += " (This is in the record " + unplaced.getQualifiedName() + ".)";
    }
    messager.printMessage(kind(entry), message, site.element(), site.annotation(), site.value());
  }

  /** Tells what is no problem. */
  public void note(String text, TypeElement model) {
    messager.printMessage(Diagnostic.Kind.NOTE, text, model);
  }

  private static Diagnostic.Kind kind(Report.Entry entry) {
    return entry.severity() == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
  }

  private static String topLevelName(Element element) {
    Element top = element;
    while (top.getEnclosingElement() != null
        && (top.getEnclosingElement().getKind().isClass()
            || top.getEnclosingElement().getKind().isInterface())) {
      top = top.getEnclosingElement();
    }
    return nameOf(top);
  }

  private static String nameOf(Element element) {
    return element instanceof QualifiedNameable named ? named.getQualifiedName().toString() : "";
  }
}
