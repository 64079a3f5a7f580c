package io.chainrule.service.web.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the record of a controller method that takes its query parameters, one component each. A component that is a
/// map takes all parameters that begin with its name and a dot. Whatever no component takes is refused.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {}
