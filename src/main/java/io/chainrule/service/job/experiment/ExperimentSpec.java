package io.chainrule.service.job.experiment;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.WrittenAs;
import io.chainrule.service.limits.Bearable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Jobs that have a base in common: named variants of it, or all combinations of a grid's values.
public record ExperimentSpec(
        @Setting(help = "A name for people", most = 200, example = "\"linear versus mlp\"") @Nullable
        String name,

        @Setting(help = "A training job; what a variant or the grid does not say is taken from here")
        @WrittenAs(TrainingSpec.class)
        JsonNode base,

        @Setting(
                help = "A name for each job, and the fields in which it differs from the base",
                least = 1,
                most = MOST_JOBS,
                mostLimit = JOBS_LIMIT)
        @Nullable
        List<JsonNode> variants,

        @Setting(
                help = "Values by dotted path; there is a job for each combination, the first path changing slowest",
                least = 1,
                example = "{\"optimizer.learningRate\": [0.1, 1], \"epochs\": [100, 200]}")
        @Nullable
        Map<String, List<JsonNode>> grid) {

    static final int MOST_JOBS = Bearable.EXPERIMENT_JOBS;

    static final String JOBS_LIMIT = "experiment.jobs";

    public ExperimentSpec {
        Settings.require(ExperimentSpec.class, name, base, variants, grid);
        if (!base.isObject()) {
            throw new InvalidSpecException("/base", "base is a training job, so an object");
        }
        if ((variants == null) == (grid == null)) {
            throw new InvalidSpecException(
                    variants == null ? "/variants" : "/grid",
                    "An experiment has either variants or a grid, and this one has "
                            + (variants == null ? "neither" : "both"));
        }
    }

    /// One for each job, in the order in which they were asked for.
    ///
    /// @param bounds of each job, and how many there may be
    /// @throws InvalidSpecException if they cannot be told apart, or there are too many
    public List<Variant> jobs(Bounds bounds) {
        var start = (ObjectNode) base;
        return variants == null
                ? Grid.of(Objects.requireNonNull(grid), start, bounds)
                : NamedVariants.of(variants, start, bounds);
    }
}
