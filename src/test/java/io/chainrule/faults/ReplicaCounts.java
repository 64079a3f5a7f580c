package io.chainrule.faults;

import java.time.Duration;

/// How much is done to three replicas: a little in every build, everything under `-Pfaults`.
///
/// @param jobs that are posted while replicas are killed: `-Dfaults.jobs=…`
/// @param kills of any replica: `-Dfaults.replica-kills=…`
/// @param rareness of long jobs: one of so many is long
/// @param cancels of a job that trains elsewhere
/// @param cuts of a stream of events
/// @param queued jobs of one owner, before another one comes: `-Dfaults.queued=…`
/// @param away how long there is no database
record ReplicaCounts(int jobs, int kills, int rareness, int cancels, int cuts, int queued, Duration away) {

    static ReplicaCounts ofThisRun() {
        boolean all = Boolean.getBoolean("faults.all");
        return new ReplicaCounts(
                Integer.getInteger("faults.jobs", all ? 10_000 : 100),
                Integer.getInteger("faults.replica-kills", all ? 30 : 2),
                all ? 200 : 25,
                all ? 30 : 3,
                all ? 100 : 20,
                Integer.getInteger("faults.queued", all ? 10_000 : 100),
                Duration.ofSeconds(all ? 60 : 5));
    }
}
