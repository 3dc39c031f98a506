package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.KotlinProperties;
import dev.fanwise.processor.read.Lombok;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.Symbols;
import dev.fanwise.processor.report.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** What to do where it depends on how a class is written: in Java, with Lombok, in Kotlin. */
final class Fixes {
  private static final String MADE_PRIVATE = "Lombok's %s makes it private: add @PackagePrivate";

  /** Names and numbers with operators between them, as one writes a size. */
  private static final Pattern EXPRESSION =
      Pattern.compile("(?=.*[A-Za-z_$])(?=.*[-+*/%])[\\w$. ()+*/%-]+(?<![-+*/% ])");

  private Fixes() {}

  /** What makes a private field reachable. */
  static String ofPrivate(ModelField field) {
    Optional<String> lombok = Lombok.madePrivateBy(field.element());
    if (lombok.isPresent()) {
      String fix = String.format(Locale.ROOT, MADE_PRIVATE, lombok.get());
      boolean isMadeFinal =
          field.is(Modifier.FINAL) && !field.element().getModifiers().contains(Modifier.FINAL);
      return isMadeFinal ? fix + ", and @NonFinal if it is to be given an array" : fix;
    }
    return isKotlin(field.owner())
        ? "In Kotlin, add @JvmField, or use a lateinit var whose setter is not private"
        : "Make it package-private";
  }

  /** What makes a static field one of objects; not everything static says so in its source. */
  static String ofStatic(ModelField field) {
    if (field.element().getKind() == ElementKind.ENUM_CONSTANT) {
      return "Annotate a field";
    }
    Optional<String> lombok = Lombok.madeStaticBy(field.element());
    if (lombok.isPresent()) {
      return "Remove Lombok's " + lombok.get();
    }
    boolean isInherent = isKotlin(field.owner()) || field.owner().getKind().isInterface();
    return isInherent ? "Declare it in a class" : "Remove static";
  }

  /** What makes a private dimension readable. */
  static String ofPrivateDimension(ModelClass model, String name) {
    Element member = model.symbols().privateNumber(name).orElseThrow();
    Optional<String> lombok = Lombok.madePrivateBy(member);
    if (lombok.isPresent()) {
      return String.format(Locale.ROOT, MADE_PRIVATE, lombok.get())
          + ", or name a method that you write";
    }
    if (!isKotlin(member.getEnclosingElement())) {
      return "Make it package-private";
    }
    String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return model.symbols().names().contains(getter)
        ? "In Kotlin, name its getter, \"" + getter + "\", or add @JvmField"
        : "In Kotlin, declare it without private, and a property with @JvmField";
  }

  /** What may be meant by a dimension that is no name. */
  static String ofUnknownDimension(ModelClass model, String text) {
    Symbols symbols = model.symbols();
    List<String> names = symbols.names();
    String bare = text.strip().replaceFirst("^this\\.", "").replaceFirst("\\(\\)$", "");
    if (!bare.equals(text) && names.contains(bare)) {
      return "Did you mean \"" + bare + "\"?";
    }
    if (EXPRESSION.matcher(text).matches()) {
      String method = freeName(symbols);
      return "Write a method, int "
          + method
          + "() { return "
          + text
          + "; }, and name it: \""
          + method
          + "\".";
    }
    return Suggestion.sentence(text, names);
  }

  private static String freeName(Symbols symbols) {
    return Stream.concat(
            Stream.of("rows", "columns"),
            IntStream.iterate(1, i -> i + 1).mapToObj(i -> "size" + i))
        .filter(name -> !symbols.declares(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isKotlin(Element type) {
    return Mirrors.find(type, KotlinProperties.METADATA).isPresent();
  }
}
