package io.chainrule.service.web.pace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How long clients may let the service wait for what they send, and for room to send them its answer. Time in which it
/// computes, or has nothing to tell, does not count.
///
/// @param headers from the first byte of a request to the end of its headers
/// @param grace how far a request may lag behind the pace
/// @param perSecond bytes that have to come, or go, for each second of waiting
@ConfigurationProperties("chainrule.pace")
public record Pace(
        @DefaultValue("20s") Duration headers,
        @DefaultValue("30s") Duration grace,
        @DefaultValue("4KB") DataSize perSecond) {

    private static final double NANOS = 1e9;

    public Pace {
        if (headers.isNegative() || grace.isNegative() || perSecond.toBytes() < 1) {
            throw new IllegalArgumentException("A pace has times of at least 0 and at least 1 byte a second, not "
                    + headers + ", " + grace + " and " + perSecond);
        }
    }

    /// Whether headers that began so long ago may still come.
    boolean allowsHeaders(long nanos) {
        return nanos <= headers.toNanos();
    }

    /// How long so many bytes may take.
    double nanosFor(long bytes) {
        return bytes * NANOS / perSecond.toBytes();
    }
}
