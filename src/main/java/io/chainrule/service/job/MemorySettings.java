package io.chainrule.service.job;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// How the heap is shared out, so that no sum of what is allowed can exhaust it: the service itself and its connections
/// have what they need, and of the rest running jobs and requests get half each.
///
/// @param jobMemory bytes that one training job may need; its part of the jobs' half if absent, 1 GiB at most
/// @param requestMemory bytes that all requests together may need at a time; the other half if absent
@ConfigurationProperties("chainrule.limits")
public record MemorySettings(
        @Nullable DataSize jobMemory, @Nullable DataSize requestMemory) {

    private static final long OWN = 54L << 20; // classes, the database and its cache
    private static final long OF_CONNECTION = 64L << 10; // buffers, a thread, and what it is about
    private static final int MOST_CONNECTIONS = 4096;
    private static final int SHARE_OF_CONNECTIONS = 7;
    private static final long LEAST = 16L << 20;
    private static final long LEAST_SET = 1L << 20;
    private static final long MOST_SET = 1L << 40; // counted in KiB, with 31 bits

    public MemorySettings {
        require("job-memory", jobMemory);
        require("request-memory", requestMemory);
    }

    private static void require(String name, @Nullable DataSize size) {
        if (size != null && (size.toBytes() < LEAST_SET || size.toBytes() > MOST_SET)) {
            throw new IllegalArgumentException(
                    "chainrule.limits.%s must be at least 1MB and at most 1TB but is %d bytes"
                            .formatted(name, size.toBytes()));
        }
    }

    /// @param parallel how many jobs run at once
    /// @param most whatever the heap
    long ofOneJob(int parallel, long most) {
        return jobMemory == null ? Math.min(most, half() / parallel) : jobMemory.toBytes();
    }

    public long ofRequests() {
        return requestMemory == null ? half() : requestMemory.toBytes();
    }

    /// How many connections there may be at a time, however idle; they may need a seventh of the heap.
    public int connections() {
        return (int) Math.min(MOST_CONNECTIONS, heap() / SHARE_OF_CONNECTIONS / OF_CONNECTION);
    }

    private long half() {
        return Math.max(LEAST, (heap() - OWN - connections() * OF_CONNECTION) / 2);
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory();
    }
}
