package io.chainrule.service.job;

import io.chainrule.service.access.Caller;
import io.chainrule.service.access.Quotas;
import org.springframework.stereotype.Component;

/// Holds what owners have against their quotas, and all that there is against the room for it. Whoever adds
/// something asks behind it, in the same transaction, which comes to nothing if it is too much. Requests at the
/// same moment do not see each other's, so that together they may go beyond by what each of them adds.
@Component
public final class Allowance {

    private final Usages usages;
    private final Quotas quotas;
    private final Room room;

    public Allowance(Usages usages, Quotas quotas, Room room) {
        this.usages = usages;
        this.quotas = quotas;
        this.room = room;
    }

    /// Refuses what makes it too much.
    ///
    /// @throws QuotaExceededException if the caller has more than he may
    /// @throws StorageFullException if there is too little room left
    public void check() {
        room.require();
        if (Caller.current() instanceof Caller.Holder holder) {
            var usage = usages.of(holder.owner());
            require(
                    usage.unfinishedJobs(),
                    quotas.unfinishedJobs(),
                    "unfinished jobs",
                    "Wait for jobs to finish, or cancel some");
            require(
                    usage.bytes(),
                    quotas.storedBytes().toBytes(),
                    "stored bytes",
                    "Delete datasets, jobs and models that are not needed any more");
        }
    }

    private static void require(long used, long limit, String what, String fix) {
        if (used > limit) {
            throw new QuotaExceededException(
                    "This would make %,d %s; the quota is %,d".formatted(used, what, limit), limit, fix);
        }
    }
}
