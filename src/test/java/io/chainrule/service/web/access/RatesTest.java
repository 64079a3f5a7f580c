package io.chainrule.service.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.access.Caller;
import io.chainrule.service.access.Quotas;
import io.chainrule.service.access.Role;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RatesTest {

    private static final Caller.Holder ALICE = new Caller.Holder("alice", Role.USER);

    private final AtomicLong nanos = new AtomicLong();
    private final Rates rates = new Rates(new Quotas(2, 5, 1, DataSize.ofBytes(1)), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void asManyRequestsComeAtOnceAsFitAndNotOneMore() {
        assertThat(admitted(ALICE, 9)).isEqualTo(5);
    }

    @Test
    void bucketFillsUpAgainSteadily() {
        assertThat(admitted(ALICE, 9)).isEqualTo(5);
        nanos.addAndGet(1_000_000_000);
        assertThat(admitted(ALICE, 9)).isEqualTo(2);
        nanos.addAndGet(100_000_000_000L);
        assertThat(admitted(ALICE, 9)).isEqualTo(5);
    }

    @Test
    void keysOfOneOwnerShareAndOthersHaveTheirOwn() {
        assertThat(admitted(ALICE, 4)).isEqualTo(4);
        assertThat(admitted(new Caller.Holder("alice", Role.READ_ONLY), 4)).isEqualTo(1);
        assertThat(admitted(new Caller.Holder("bob", Role.USER), 9)).isEqualTo(5);
    }

    @Test
    void permitTellsWhatIsLeftAndWhenAllIsThereAgain() {
        assertThat(rates.take(ALICE)).isEqualTo(new Permit(true, 4, 1));
        assertThat(admitted(ALICE, 3)).isEqualTo(3);
        assertThat(rates.take(ALICE)).isEqualTo(new Permit(true, 0, 3));
        assertThat(rates.take(ALICE)).isEqualTo(new Permit(false, 0, 3));
        nanos.addAndGet(500_000_000);
        assertThat(rates.take(ALICE)).isEqualTo(new Permit(true, 0, 3));
    }

    private int admitted(Caller.Holder holder, int requests) {
        int admitted = 0;
        for (int request = 0; request < requests; request++) {
            admitted += rates.take(holder).isGranted() ? 1 : 0;
        }
        return admitted;
    }
}
