package io.chainrule.learning.specification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a component of a specification record means and which values it takes.
///
/// Bounds on a list or a map are those of its elements or values.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    /// One line for people.
    String help();

    /// The default as JSON text; empty for a required setting, or an optional one if the component is `@Nullable`.
    String byDefault() default "";

    /// Least value.
    double min() default Double.NEGATIVE_INFINITY;

    /// Greatest value that is not allowed any more.
    double above() default Double.NEGATIVE_INFINITY;

    /// Greatest value.
    double max() default Double.POSITIVE_INFINITY;

    /// Least value that is not allowed any more.
    double below() default Double.POSITIVE_INFINITY;

    /// Whether infinity and NaN are refused.
    boolean finite() default true;

    /// Least number of characters, elements or entries.
    int least() default 0;

    /// Greatest number of characters, elements or entries.
    int most() default Integer.MAX_VALUE;

    /// The name of the limit that may allow less than `max`; that is then what can be borne at all.
    String maxLimit() default "";

    /// The name of the limit that may allow less than `most`.
    String mostLimit() default "";

    /// An example as JSON text.
    String example() default "";
}
