package io.chainrule.service.web.catalog;

import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.service.access.Quotas;
import io.chainrule.service.limits.LimitSettings;
import io.chainrule.service.web.request.BodyLimits;
import io.chainrule.service.web.request.RequestMemory;
import java.util.List;
import java.util.stream.Stream;

/// How much of something there may be.
///
/// @param name a dotted path: of what, then what is counted
public record LimitView(String name, long value, String help) {

    /// All limits that a client can run into.
    public static List<LimitView> all(
            LimitSettings counts, TrainingLimits training, BodyLimits bodies, RequestMemory memory) {
        var counted = counts.all().stream().map(limit -> new LimitView(limit.name(), limit.value(), limit.help()));
        var bytes = Stream.of(
                new LimitView("job.memoryBytes", training.memoryBytes(), "Bytes that a training job may need"),
                new LimitView(
                        "requests.memoryBytes", memory.bytes(), "Bytes that all requests together may need at a time"),
                new LimitView("body.bytes", bodies.body().toBytes(), "Bytes of a request's body"),
                new LimitView(
                        "body.bulkBytes",
                        Math.min(bodies.bulkBody().toBytes(), memory.largestBody()),
                        "Bytes of a body that brings data: datasets, predictions, gradients"));
        return Stream.concat(counted, bytes).toList();
    }

    /// How much each owner of keys may have.
    public static List<LimitView> ofOwners(Quotas quotas) {
        return List.of(
                new LimitView(
                        "owner.requestsPerSecond", quotas.requestsPerSecond(), "Requests a second, in the long run"),
                new LimitView("owner.burst", quotas.burst(), "Requests at once"),
                new LimitView("owner.unfinishedJobs", quotas.unfinishedJobs(), "Jobs that wait, run or are paused"),
                new LimitView(
                        "owner.storedBytes",
                        quotas.storedBytes().toBytes(),
                        "Bytes of datasets, models, and what jobs may come to keep"));
    }
}
