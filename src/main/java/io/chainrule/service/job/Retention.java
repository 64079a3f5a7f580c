package io.chainrule.service.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long finished jobs are kept; samples stay, and so do the models that jobs have made.
///
/// @param age of the oldest, since it came to its end
/// @param jobs how many
@ConfigurationProperties("chainrule.retention")
record Retention(
        @DefaultValue("365d") Duration age,
        @DefaultValue("100000") long jobs) {

    Retention {
        if (age.isNegative() || age.isZero() || jobs < 1) {
            throw new IllegalArgumentException(
                    "chainrule.retention.age and .jobs must be positive but are %s and %d".formatted(age, jobs));
        }
    }
}
