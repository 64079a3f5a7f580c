package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MemorySettingsTest {

    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void jobsAndRequestsTogetherLeaveTheServiceItsShareOfTheHeap() {
        var memory = new MemorySettings(null, null);
        for (int parallel : new int[] {1, 2, 16}) {
            long jobs = parallel * memory.ofOneJob(parallel, Long.MAX_VALUE);
            long connections = memory.connections() * (64L << 10);
            assertThat(jobs + memory.ofRequests() + connections)
                    .isLessThanOrEqualTo(Math.max((32 << 20) + connections, HEAP - (54 << 20)));
            assertThat(memory.ofOneJob(parallel, 1000)).isEqualTo(1000);
        }
    }

    @Test
    void connectionsMayNeedASeventhOfTheHeap() {
        int connections = new MemorySettings(null, null).connections();
        assertThat(connections).isPositive().isLessThanOrEqualTo(4096);
        assertThat(connections * (64L << 10)).isLessThanOrEqualTo(HEAP / 7);
    }

    @Test
    void whatIsSetHolds() {
        var memory = new MemorySettings(DataSize.ofGigabytes(3), DataSize.ofMegabytes(5));
        assertThat(memory.ofOneJob(4, GIBIBYTE)).isEqualTo(3 * GIBIBYTE);
        assertThat(memory.ofRequests()).isEqualTo(5 << 20);
    }
}
