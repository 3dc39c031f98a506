package dev.fanwise.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be fitted: the whole message, and weights that are what they were. */
class RefusalsTest {
  private final Chain chain = new Chain(Math::tanh, 3, 0.05, 6, 8, 5, 4);
  private final float[][] batch = Chain.batch(30, 6, 1);
  private int pass;

  private void refused(String message, ForwardPass forward) {
    refused(message, Lsuv.of(chain.source()), forward);
  }

  private void refused(String message, Lsuv lsuv, ForwardPass forward) {
    Chain drawn = new Chain(Math::tanh, 3, 0.05, 6, 8, 5, 4);
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> lsuv.fit(forward));
    assertEquals(message, refusal.getMessage());
    for (int l = 0; l < 3; l++) {
      assertArrayEquals(drawn.weights[l], chain.weights[l]);
    }
  }

  /** A pass of our own making: every layer's outputs are the same numbers. */
  private static void show(Observer observer, String name, int units) {
    float[] outputs = new float[2 * units];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = i % 2 == 0 ? 3 : -3;
    }
    observer.layer(name, outputs, 0, outputs.length, units);
  }

  @Test
  void aLayerIsNeverObserved() {
    refused(
        "layers.1.weights was never observed: the forward pass showed 2 of 3 layers. Call"
            + " observer.layer(\"layers.1.weights\", ...) after it, or leave it out with"
            + " except(\"layers.1.weights\").",
        o -> {
          show(o, Chain.name(0), 8);
          show(o, Chain.name(2), 4);
        });
  }

  @Test
  void anUnknownLayer() {
    refused(
        "layer(\"layers.1.weight\") names no parameter of the model, which has 6. Did you mean"
            + " layers.1.weights?",
        o -> show(o, "layers.1.weight", 5));
    refused("layer(\"x\") names no parameter of the model, which has 6.", o -> show(o, "x", 5));
  }

  @Test
  void anUnknownException() {
    refused(
        "except(\"layers.7.weights\") names no parameter of the model, which has 6. Did you mean"
            + " layers.0.weights?",
        Lsuv.of(chain.source()).except("layers.7.weights"),
        o -> chain.forward(batch, o));
  }

  @Test
  void nothingIsLeftToFit() {
    refused(
        "The model has no weights to fit: of 6 parameters 3 have two dimensions or more, and"
            + " except() names 3",
        Lsuv.of(chain.source()).except(Chain.name(0), Chain.name(1), Chain.name(2)),
        o -> chain.forward(batch, o));
  }

  @Test
  void aBiasIsObserved() {
    refused(
        "layers.1.bias has shape [5] and no fans: a layer goes by the name of its weights, not of"
            + " its bias",
        o -> show(o, "layers.1.bias", 5));
  }

  @Test
  void anotherWidth() {
    refused(
        "layers.0.weights was observed with 6 units, but shape [8, 6] in layout OI has 8",
        o -> show(o, Chain.name(0), 6));
  }

  @Test
  void activationsThatAreNotThere() {
    refused(
        "layers.0.weights: offset 4 and count 16 are no part of 16 activations",
        o -> o.layer(Chain.name(0), new float[16], 4, 16, 8));
    refused(
        "layers.0.weights: 15 activations are no examples of 8 units; count must be examples ·"
            + " units",
        o -> o.layer(Chain.name(0), new float[16], 0, 15, 8));
    refused(
        "layers.0.weights: 24 activations are no examples of 8 units at 2 positions; count must be"
            + " examples · units · positions",
        o -> o.layer(Chain.name(0), new double[24], 0, 24, 8, 2));
  }

  @Test
  void aConstantOutput() {
    refused(
        "The output of layers.1.weights is constant: all of 150 numbers are 0, and no factor makes"
            + " their variance 1. Look for weights of zeros, a dead activation before it, or a"
            + " batch of one example.",
        o -> {
          Arrays.fill(chain.weights[1], 0);
          try {
            chain.forward(batch, o);
          } finally {
            chain.weights[1] = new Chain(Math::tanh, 3, 0.05, 6, 8, 5, 4).weights[1];
          }
        });
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void notANumber(float value) {
    batch[4][2] = value;
    refused(
        "The output of layers.0.weights is not finite: mean NaN, variance NaN over 240 numbers."
            + " Look for NaN or overflow in the batch and the weights.",
        o -> chain.forward(batch, o));
  }

  @Test
  void noConvergence() {
    Arrays.fill(chain.biases[1], 0, 2, 3);
    refused(
        "layers.1.weights has not converged: after 4 iterations the variance of its output is"
            + " 2.162, tolerance 0.02000. A bias that differs from unit to unit adds variance that"
            + " no factor of the weights takes away; draw it as zeros, or allow more with"
            + " maxIterations(8).",
        Lsuv.of(chain.source()).maxIterations(4),
        o -> chain.forward(batch, o));
  }

  @Test
  void aLayerThatIsUsedTwice() {
    refused(
        "layers.0.weights was observed twice in one pass, as layer 1 and again after layer 2:"
            + " weights that two layers share have no single factor. Leave them out with"
            + " except(\"layers.0.weights\"); a batch in parts needs nextPart() between them.",
        o -> {
          show(o, Chain.name(0), 8);
          show(o, Chain.name(1), 5);
          show(o, Chain.name(0), 8);
        });
  }

  @Test
  void oneArrayOfTwoParameters() {
    ParameterSource tied =
        visitor -> {
          chain.source().visitParameters(visitor);
          visitor.visit(ParameterInfo.of("table", 8, 6).normal(0, 1), chain.weights[0]);
        };
    refused(
        "layers.0.weights and table share their weights: a factor for one would change the other."
            + " Leave both out with except(\"layers.0.weights\", \"table\").",
        Lsuv.of(tied),
        o -> chain.forward(batch, o));
    Lsuv.of(tied)
        .except("table", Chain.name(0))
        .fit(o -> chain.forward(batch, o)); // neither changes, so they may share
  }

  @Test
  void overlappingBuffersAndRows() {
    float[] arena = new float[20];
    FloatBuffer first = FloatBuffer.wrap(arena, 0, 12).slice();
    FloatBuffer second = FloatBuffer.wrap(arena, 8, 12).slice();
    assertRefused(
        "a and b share their weights: a factor for one would change the other. Leave both out with"
            + " except(\"a\", \"b\").",
        visitor -> {
          visitor.visit(ParameterInfo.of("a", 3, 4).normal(0, 1), first);
          visitor.visit(ParameterInfo.of("b", 3, 4).normal(0, 1), second);
        });
    float[] row = new float[4];
    assertRefused(
        "Two rows of a are the same array: a factor would be applied twice",
        visitor ->
            visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), new float[][] {row, row}));
  }

  @Test
  void weightsThatDoNotFit() {
    assertRefused(
        "a is null: initialise the model before it is fitted",
        visitor -> visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), null));
    assertRefused(
        "a has length 7, but shape [2, 4] needs 8",
        visitor -> visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), new float[7]));
    assertRefused(
        "a[1] has length 3, but shape [2, 4] needs 4",
        visitor ->
            visitor.visit(
                ParameterInfo.of("a", 2, 4).normal(0, 1),
                new float[][] {new float[4], new float[3]}));
    assertRefused(
        "a has length 1, but shape [2, 4] needs 2",
        visitor -> visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), new float[1][4]));
    assertRefused(
        "a is a double[], which does not hold elements of type F32",
        visitor -> visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), new double[8]));
    FloatBuffer readOnly = ByteBuffer.allocate(32).asFloatBuffer().asReadOnlyBuffer();
    assertRefused(
        "a is a read-only buffer, so it cannot be fitted",
        visitor -> visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), readOnly));
    assertRefused(
        "The model has two parameters a: names must differ",
        visitor -> {
          visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), new float[8]);
          visitor.visit(ParameterInfo.of("a", 2, 4).normal(0, 1), new float[8]);
        });
  }

  private static void assertRefused(String message, ParameterSource source) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> Lsuv.of(source).fit(o -> {}));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void anotherOrder() {
    refused(
        "The forward pass has changed its order: layer 1 was layers.0.weights and is now"
            + " layers.1.weights. It must do the same each time.",
        o -> {
          boolean swapped = pass++ > 0;
          show(o, Chain.name(swapped ? 1 : 0), swapped ? 5 : 8);
          show(o, Chain.name(swapped ? 0 : 1), swapped ? 8 : 5);
          show(o, Chain.name(2), 4);
        });
  }

  @Test
  void aLayerThatIsLeftOutLater() {
    refused(
        "The forward pass has changed its order: it ended after 0 layers of 3, without"
            + " layers.0.weights. It must do the same each time.",
        o -> {
          if (pass++ == 0) {
            chain.forward(batch, o);
          }
        });
  }

  @Test
  void anotherBatch() {
    refused(
        "layers.0.weights showed 240 outputs in the first pass and 160 in pass 2: use the same"
            + " batch each time",
        o -> chain.forward(pass++ == 0 ? batch : Chain.batch(20, 6, 1), o));
  }

  @Test
  void aPassThatIsNotTheSameEachTime() {
    refused(
        "layers.0.weights was fitted, but when all layers were, the variance of its output is"
            + " 9.000: the forward pass does not give the same numbers each time, or its weights"
            + " are those of another layer, too",
        o -> {
          boolean fine = ++pass == 2;
          for (int l = 0; l < 3; l++) {
            int units = chain.widths[l + 1];
            float[] outputs = new float[2 * units];
            for (int i = 0; i < outputs.length; i++) {
              float size = l == 0 && !fine ? 3 : 1;
              outputs[i] = i % 2 == 0 ? size : -size;
            }
            o.layer(Chain.name(l), outputs, 0, outputs.length, units);
          }
        });
  }

  @Test
  void whatThePassThrowsIsPassedOn() {
    for (Throwable thrown :
        new Throwable[] {new ArithmeticException("no"), new StackOverflowError()}) {
      for (int failing = 1; failing <= 4; failing++) {
        int at = failing;
        pass = 0;
        Chain drawn = new Chain(Math::tanh, 3, 0.05, 6, 8, 5, 4);
        Throwable caught =
            assertThrows(
                Throwable.class,
                () ->
                    Lsuv.of(chain.source())
                        .fit(
                            o -> {
                              chain.forward(batch, o);
                              if (++pass == at) {
                                if (thrown instanceof Error) {
                                  throw (Error) thrown;
                                }
                                throw (RuntimeException) thrown;
                              }
                            }));
        assertSame(thrown, caught);
        for (int l = 0; l < 3; l++) {
          assertArrayEquals(drawn.weights[l], chain.weights[l]);
        }
      }
    }
  }

  /** A refusal that the pass itself catches is no way on. */
  @Test
  void aRefusalCannotBeSwallowed() {
    refused(
        "layers.0.weights was observed with 6 units, but shape [8, 6] in layout OI has 8",
        o -> {
          try {
            show(o, Chain.name(0), 6);
          } catch (IllegalStateException e) {
            // as if nothing had been
          }
        });
  }

  @Test
  void anObserverThatIsKept() {
    Observer[] kept = new Observer[1];
    Lsuv.of(chain.source())
        .fit(
            o -> {
              kept[0] = o;
              chain.forward(batch, o);
            });
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> show(kept[0], Chain.name(0), 8));
    assertEquals(
        "layers.0.weights was observed after the forward pass had ended: use the observer in it"
            + " only",
        refusal.getMessage());
    refusal = assertThrows(IllegalStateException.class, () -> kept[0].nextPart());
    assertEquals(
        "nextPart() was called after the forward pass had ended: use the observer in it only",
        refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1, Double.NaN})
  void tolerancesThatAreNone(double tolerance) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Lsuv.of(chain.source()).tolerance(tolerance));
    assertEquals(
        "The tolerance is " + tolerance + ", but must be greater than 0 and less than 1",
        refusal.getMessage());
  }

  @Test
  void noIterations() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> DataDependent.of(chain.source()).maxIterations(0));
    assertEquals("maxIterations is 0, but must be at least 1", refusal.getMessage());
  }
}
