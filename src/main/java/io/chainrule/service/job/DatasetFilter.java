package io.chainrule.service.job;

import org.jspecify.annotations.Nullable;

/// Which datasets a list has; null wants all.
public record DatasetFilter(@Nullable String name) {

    public static final DatasetFilter ALL = new DatasetFilter(null);
}
