package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An operation that sets something going, which is its own status monitor.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "202",
        description = "It is stored, and goes on by itself; this is how it stands",
        useReturnTypeSchema = true)
public @interface Accepted {}
