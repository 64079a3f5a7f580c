package io.chainrule.service.web.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation whose answer can be held back until there are news.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Waits {}
