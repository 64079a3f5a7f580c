package io.chainrule.service.job;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// Who may train beside whom. When a process dies, nobody knows which of its jobs was to blame; so a job that is on its
/// last try is taken up alone, and the others begin once it has survived. Those that have survived before stay.
@Component
class Company {

    private static final int ALL = 1 << 16;

    private final Semaphore seats = new Semaphore(ALL, true);

    /// Waits until a job may be taken up.
    ///
    /// @param isLastTry whether it will fail if the process dies once more
    Seat admit(boolean isLastTry) {
        int taken = isLastTry ? ALL : 1;
        seats.acquireUninterruptibly(taken);
        return new Seat(seats, taken);
    }

    /// Held from before a job is claimed until it has survived, or is left.
    static final class Seat implements AutoCloseable {

        private final Semaphore seats;
        private int taken;

        private Seat(Semaphore seats, int taken) {
            this.seats = seats;
            this.taken = taken;
        }

        /// Lets others begin; again changes nothing.
        @Override
        public void close() {
            seats.release(taken);
            taken = 0;
        }
    }
}
