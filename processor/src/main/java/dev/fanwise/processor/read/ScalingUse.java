package dev.fanwise.processor.read;

import dev.fanwise.processor.scheme.Scaling;
import java.util.Optional;

/**
 * A {@code @ResidualScaled} as it was written.
 *
 * @param layersOf the number of layers, if the model has it
 */
public record ScalingUse(AnnotationUse use, Scaling scaling, Optional<DimensionUse> layersOf) {}
