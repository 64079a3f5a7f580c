package io.chainrule.learning.specification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what one of several alternatives means: a record of a sealed specification, or an enum constant.
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Choice {

    /// The name on the wire; empty for the Java name in kebab-case.
    String value() default "";

    /// One line for people.
    String help();

    /// Whether a record with a single setting, a map, may be written as that map alone.
    boolean bare() default false;
}
