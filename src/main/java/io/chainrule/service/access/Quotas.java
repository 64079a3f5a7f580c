package io.chainrule.service.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much of the service each owner of keys may have. Where nobody needs a key there is nobody to tell from
/// others, so they hold for nobody.
///
/// @param requestsPerSecond in the long run
/// @param burst requests at once
/// @param unfinishedJobs that wait, run or are paused
/// @param storedBytes of datasets, models, and what jobs may come to keep
@ConfigurationProperties("chainrule.quotas")
public record Quotas(
        @DefaultValue("100") long requestsPerSecond,
        @DefaultValue("1000") long burst,
        @DefaultValue("1000") long unfinishedJobs,
        @DefaultValue("10GB") DataSize storedBytes) {

    public Quotas {
        require("requests-per-second", requestsPerSecond);
        require("burst", burst);
        require("unfinished-jobs", unfinishedJobs);
        require("stored-bytes", storedBytes.toBytes());
    }

    private static void require(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("chainrule.quotas." + name + " must be at least 1 but is " + value);
        }
    }
}
