package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.job.Rehearsal.Outcome;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class RehearsalTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private Workshop shop;
    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        shop = new Workshop(vendor, directory);
        rehearsal = new Rehearsal(shop.jobs);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void submit() {
        var dataset =
                shop.stores.datasets().save(Examples.twoSides("two-sides")).id();
        shop.jobs.submit(Rehearsal.JOB, Examples.spec(dataset, 20));
    }

    @Test
    void withoutABundledResultThereIsNothingToCompare() {
        assertThat(rehearsal.perform()).isEqualTo(Outcome.NOTHING_STORED);
        submit();
        assertThat(rehearsal.perform()).isEqualTo(Outcome.NOTHING_STORED);
    }

    @Test
    void bitsComeOutAgain() {
        submit();
        shop.work(Rehearsal.JOB);
        assertThat(rehearsal.perform()).isEqualTo(Outcome.SAME_BITS);
        assertThat(shop.jobs.list(JobFilter.ALL, PageRequest.first(9)).items()).hasSize(1);
    }

    @Test
    void otherBitsAreNoticed() {
        submit();
        shop.work(Rehearsal.JOB);
        shop.stores
                .database()
                .sql("update training_job set parameters_hash = ?")
                .param("sha256:0")
                .update();
        assertThat(rehearsal.perform()).isEqualTo(Outcome.OTHER_BITS);
    }
}
