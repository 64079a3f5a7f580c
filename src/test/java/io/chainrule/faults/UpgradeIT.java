package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An earlier build and this one share a PostgreSQL while the one replaces the other: no job fails, none is lost, and
/// whoever is asked knows of all of them.
///
/// The earlier build is a jar that `-Dfaults.previous=…` names.
@Tag("everything")
class UpgradeIT {

    private static final int JOBS = 60;

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();

    @Test
    void jobsOfAnOldReplicaAndOfANewOneAllSucceedWhileTheOldOneIsReplaced() {
        var previous = System.getProperty("faults.previous");
        assumeThat(previous)
                .as("the jar of an earlier build, as -Dfaults.previous=… names it")
                .isNotNull();
        var record = directory.resolve("record.jsonl");
        try (var upgrade = new Upgrade(directory, Path.of(previous), record, new Random(counts.seed()))) {
            upgrade.post(JOBS / 3, upgrade.old());
            upgrade.startTheNewOne();
            upgrade.post(JOBS / 3, upgrade.old(), upgrade.young());
            upgrade.cancelEachOthersJobs();
            var moved = upgrade.endlessAtTheOldOne();
            upgrade.post(JOBS / 3, upgrade.old(), upgrade.young());
            upgrade.readAll(upgrade.old(), upgrade.young());
            upgrade.endTheOldOne();
            upgrade.awaitResumed(moved);
            upgrade.cancel(upgrade.young(), moved);
            upgrade.awaitEnds();
            upgrade.readAll(upgrade.young());
        }
        try (var stores = new Stores(Vendor.POSTGRESQL, directory, Clock.systemUTC())) {
            var jobs = new JobTable(stores.database());
            var verdict = Checker.check(stores, Recording.read(record));
            System.out.printf(
                    "previous=%s succeeded=%d failed=%d cancelled=%d %s seed=%d%n",
                    Path.of(previous).getFileName(),
                    jobs.count("state = 'succeeded'"),
                    jobs.count("state = 'failed'"),
                    jobs.count("state = 'cancelled'"),
                    verdict.line(),
                    counts.seed());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(jobs.count("state = 'succeeded'")).isEqualTo(JOBS);
            assertThat(jobs.count("state = 'failed'")).isZero();
            assertThat(jobs.count("state = 'cancelled'")).isBetween(3L, 4L);
        }
    }
}
