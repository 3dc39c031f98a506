package dev.fanwise.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import dev.fanwise.engines.EngineParameter;
import dev.fanwise.engines.LayerKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of blocks, which needs no engine. */
class BlocksTest {
  @Test
  void namesAreThoseOfDjl() {
    for (Block block : List.of(Nets.resNet(), Nets.transformer(), Nets.lstm())) {
      List<String> names = new ArrayList<>();
      for (BlockParameter parameter : Blocks.parameters(block)) {
        names.add(parameter.name);
      }
      assertEquals(block.getParameters().keys(), names);
    }
  }

  @Test
  void groupsAreReadFromTheBlock() {
    Block block =
        new SequentialBlock()
            .add(
                Conv2d.builder()
                    .setFilters(64)
                    .setKernelShape(new Shape(3, 3))
                    .optGroups(4)
                    .build());
    EngineParameter weight =
        Blocks.parameters(block).get(0).read(new Shape(64, 16, 3, 3), DataType.FLOAT32);
    assertEquals(LayerKind.CONVOLUTION, weight.layer());
    assertEquals(144, weight.geometry().fans().fanIn());
    assertEquals(144, weight.geometry().fans().fanOut());
  }

  @Test
  void typesThatAreNotDrawnAreNamed() {
    BlockParameter weight = Blocks.parameters(Linear.builder().setUnits(2).build()).get(0);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> weight.read(new Shape(2, 3), DataType.BFLOAT16));
    assertEquals(
        "weight is of type bfloat16; Fanwise draws FLOAT32, FLOAT64 and FLOAT16", e.getMessage());
  }
}
