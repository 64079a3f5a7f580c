package io.chainrule.faults;

/// How much a run of the harness does: a little in every build, everything under `-Pfaults`.
///
/// @param kills of a process, at instants that the seed decides
/// @param races between cancelling a job and its end
/// @param calls of the database that fail, one after the other; more than any run makes means: until a run is clean
/// @param sequences of random commands, each with a few jobs
/// @param unfenced workers that may write after they were taken for dead; nearly each of them does harm
/// @param cuts of a stream of events
/// @param seed of everything that is random: `-Dfaults.seed=…` repeats a run
record Counts(int kills, int races, int calls, int sequences, int unfenced, int cuts, long seed) {

    static Counts ofThisRun() {
        long seed = Long.getLong("faults.seed", 1);
        return Boolean.getBoolean("faults.all")
                ? new Counts(Integer.getInteger("faults.kills", 200), 1000, Integer.MAX_VALUE, 1000, 1000, 100, seed)
                : new Counts(Integer.getInteger("faults.kills", 5), 50, 50, 50, 10, 20, seed);
    }
}
