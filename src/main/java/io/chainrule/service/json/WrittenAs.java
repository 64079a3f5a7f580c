package io.chainrule.service.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component looks like on the wire, if its own type does not tell: the type whose JSON it holds, or bytes.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface WrittenAs {

    Class<?> value();
}
