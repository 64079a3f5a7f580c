package io.chainrule.service.web.access;

import io.chainrule.service.access.Caller;
import io.chainrule.service.access.Quotas;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many requests each owner may still send to this process at the moment. A few can come at once, as many
/// as fit into his bucket, which fills up again steadily.
final class Rates {

    private static final long NANOS_OF_SECOND = 1_000_000_000;

    private final Quotas quotas;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>(); // no more than there are owners of keys

    Rates(Quotas quotas, TimeMeter clock) {
        this.quotas = quotas;
        this.clock = clock;
    }

    /// Counts a request.
    ///
    /// @return whether it may go on
    Permit take(Caller.Holder holder) {
        var probe = buckets.computeIfAbsent(holder.owner(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Permit(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Math.ceilDiv(probe.getNanosToWaitForReset(), NANOS_OF_SECOND));
    }

    Quotas quotas() {
        return quotas;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit ->
                        limit.capacity(quotas.burst()).refillGreedy(quotas.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
