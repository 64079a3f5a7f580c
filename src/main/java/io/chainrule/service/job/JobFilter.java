package io.chainrule.service.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which jobs a list has; null wants all.
///
/// @param state a name of [JobState#names]
/// @param modelType a `type` of the model
/// @param experiment the id of the one that the jobs belong to
/// @param tags each with its value
public record JobFilter(
        @Nullable String state,
        @Nullable String dataset,
        @Nullable String modelType,
        @Nullable String experiment,
        Map<String, String> tags) {

    public static final JobFilter ALL = new JobFilter(null, null, null, null, Map.of());
}
