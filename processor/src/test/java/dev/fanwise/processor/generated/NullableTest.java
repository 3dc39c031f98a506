package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Fields that are declared as ones that may be null, by annotations of types and of fields; what
 * NullAway says of the generated code is a matter of the integration tests.
 */
class NullableTest {
  private static final Pattern NOT_REQUIRED =
      Pattern.compile("(fill|rowsOf)\\w+\\(model\\.|model\\.\\w+\\.(length|capacity)");

  private static final String UNDERSTOOD = "@Notes\\.(Nullable|CheckForNull|MonotonicNonNull) ";

  private static final String ANNOTATIONS =
      """
      package notes;
      import java.lang.annotation.*;
      public interface Notes {
        @Target(ElementType.TYPE_USE) @interface Nullable {}
        @Target(ElementType.FIELD) @interface CheckForNull {}
        @Target({ElementType.FIELD, ElementType.TYPE_USE}) @interface MonotonicNonNull {}
        @Target(ElementType.TYPE_USE) @interface Other {}
      }
      """;

  private static Outcome compile(boolean isAnnotated) {
    String net =
        """
        import dev.fanwise.*;
        import java.nio.*;
        import notes.Notes;
        class Net {
          final int out = 3;
          @Shape({3, 4}) @XavierInit float @Notes.Nullable [] flat;
          @Shape({3, 4}) @XavierInit @Notes.CheckForNull float[] old;
          @Shape({3, 4}) @NormalInit double @Notes.MonotonicNonNull [][] nested;
          @Shape({8, 8}) @OrthogonalInit float @Notes.Other @Notes.Nullable [] whole;
          @Shape(dims = {"out", "4"}) @KaimingInit float @Notes.Nullable [] sized;
          @Shape(dims = {"out", "4"}) @KaimingInit float @Notes.Nullable [][] rows;
          @Shape(dims = {"out", "4"}) @KaimingInit @Notes.Nullable FloatBuffer buffer;
          @Shape(3) @OnesInit final float @Notes.Nullable [] given = new float[3];
        }
        """;
    return Javac.compile(ANNOTATIONS, isAnnotated ? net : net.replaceAll(UNDERSTOOD, ""));
  }

  @Test
  void whatWasAllocatedIsRequired() {
    String source = compile(true).source("NetInitializer");
    String method = source.substring(source.indexOf("void draw(Net"));
    method = method.substring(0, method.indexOf("\n  }\n")).replaceAll("\\s", "");
    assertTrue(method.contains("fillFlat(Objects.requireNonNull(model.flat),"), method);
    assertFalse(NOT_REQUIRED.matcher(method).find(), method);
  }

  @Test
  void otherAnnotationsChangeNothing() {
    String source = compile(false).source("NetInitializer");
    assertFalse(source.contains("Objects"), source);
  }

  @Test
  void theBitsAreTheSame() {
    Model plain = Model.of(compile(false), "Net");
    plain.initialize(5);
    Model nullable = Model.of(compile(true), "Net");
    nullable.initialize(5);
    Model pooled = Model.of(compile(true), "Net");
    pooled.initialize(5, ForkJoinPool.commonPool());
    for (Model model : List.of(nullable, pooled)) {
      assertArrayEquals((float[]) plain.get("flat"), (float[]) model.get("flat"));
      assertArrayEquals((float[]) plain.get("old"), (float[]) model.get("old"));
      assertArrayEquals((double[][]) plain.get("nested"), (double[][]) model.get("nested"));
      assertArrayEquals((float[]) plain.get("whole"), (float[]) model.get("whole"));
      assertArrayEquals((float[]) plain.get("sized"), (float[]) model.get("sized"));
      assertArrayEquals((float[][]) plain.get("rows"), (float[][]) model.get("rows"));
      assertEquals(plain.get("buffer"), model.get("buffer"));
      assertEquals(1, ((float[]) model.get("given"))[2]);
    }
  }
}
