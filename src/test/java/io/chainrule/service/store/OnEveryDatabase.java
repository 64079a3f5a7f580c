package io.chainrule.service.store;

import io.chainrule.service.access.WithoutKeys;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// All tests of a class run once for each vendor, which its field with `@Parameter` names, on behalf of nobody in
/// particular.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithoutKeys.class)
@ParameterizedClass
@EnumSource(Vendor.class)
public @interface OnEveryDatabase {}
