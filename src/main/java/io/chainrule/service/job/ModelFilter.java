package io.chainrule.service.job;

import org.jspecify.annotations.Nullable;

/// Which models a list has; null wants all.
///
/// @param job the id of the job that made it
/// @param modelType a `type` of the model
public record ModelFilter(
        @Nullable String job,
        @Nullable String dataset,
        @Nullable String modelType) {

    public static final ModelFilter ALL = new ModelFilter(null, null, null);
}
