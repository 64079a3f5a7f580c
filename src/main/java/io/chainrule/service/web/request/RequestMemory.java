package io.chainrule.service.web.request;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.service.job.MemorySettings;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The memory that all requests together may need at a time, as they estimate it. Who needs more than is free waits a
/// little, in the order of coming, and is asked to come again later.
@Component
public final class RequestMemory {

    /// Bytes that are lent together.
    static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;
    private final Duration patience;

    @Autowired
    RequestMemory(MemorySettings memory) {
        this(memory.ofRequests(), Duration.ofSeconds(2));
    }

    RequestMemory(long bytes, Duration patience) {
        this.units = Math.toIntExact(bytes / UNIT);
        this.free = new Semaphore(units, true);
        this.patience = patience;
    }

    /// All there is.
    public long bytes() {
        return (long) units * UNIT;
    }

    /// The bytes of a body that would take all of it.
    public long largestBody() {
        return bytes() / Demand.PER_BYTE;
    }

    RequestLoan lend() {
        return new RequestLoan(this);
    }

    /// Takes what is free, and waits for it a little if it is not.
    ///
    /// @param held by the same request already: it waits for more only if it holds nothing, so that none wait for
    ///     each other
    /// @return the units taken
    int take(long bytes, int held) {
        long more = units(bytes);
        if (held + more > units) {
            throw new BudgetExceededException(
                    "This request would need %,d bytes of memory; the limit is %,d"
                            .formatted((held + more) * UNIT, bytes()),
                    (held + more) * UNIT,
                    bytes(),
                    "Send less at once, or ask for less");
        }
        if (!acquire((int) more, held)) {
            throw new RefusedException(Problem.of(
                    ProblemCode.OVERLOADED,
                    "Other requests hold the memory that this one needs, about %,d bytes".formatted(more * UNIT)));
        }
        return (int) more;
    }

    private boolean acquire(int more, int held) {
        if (held > 0) {
            return free.tryAcquire(more);
        }
        try {
            return free.tryAcquire(more, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
    }

    void giveBack(int units) {
        free.release(units);
    }
}
