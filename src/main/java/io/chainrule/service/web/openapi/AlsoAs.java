package io.chainrule.service.web.openapi;

import io.chainrule.service.web.answer.Format;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The forms that an operation answers beside JSON.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AlsoAs {

    Format[] value();
}
