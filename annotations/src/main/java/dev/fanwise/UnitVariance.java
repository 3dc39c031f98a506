package dev.fanwise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks weights that a fit to data scales after they are drawn, until the output of their layer has
 * variance 1 on a batch (Mishkin and Matas 2016). It changes nothing of what is drawn: {@code Lsuv}
 * and {@code DataDependent} of fanwise-adapt look for it.
 *
 * <pre>{@code
 * @Shape({256, 784}) @OrthogonalInit @UnitVariance float[] hidden;
 * }</pre>
 *
 * <p>Where no weights of a model are marked, a fit takes all that have fans.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface UnitVariance {}
