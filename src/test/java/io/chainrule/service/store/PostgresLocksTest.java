package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.access.Caller;
import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.SettableClock;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/// Who waits for whom where several processes share a database.
@ExtendWith(WithoutKeys.class)
class PostgresLocksTest {

    @TempDir
    Path directory;

    private Stores stores;
    private Datasets datasets;
    private TransactionTemplate transaction;
    private String dataset;

    @BeforeEach
    void open() {
        stores = new Stores(Vendor.POSTGRESQL, directory, new SettableClock());
        datasets = stores.datasets();
        transaction = stores.transaction();
        dataset = datasets.save(Examples.twoSides("two-sides")).id();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /// Who waits for a lock gives up after a second.
    @Test
    void jobsThatNeedTheSameDatasetDoNotWaitForEachOther() {
        boolean both = Boolean.TRUE.equals(transaction.execute(_ -> datasets.lock(dataset)
                && CompletableFuture.supplyAsync(
                                () -> Caller.service().call(() -> transaction.execute(_ -> datasets.lock(dataset))))
                        .join()));
        assertThat(both).isTrue();
    }

    @Test
    void datasetStaysAsLongAsATransactionNeedsIt() {
        transaction.executeWithoutResult(_ -> {
            assertThat(datasets.lock(dataset)).isTrue();
            assertThatThrownBy(() -> CompletableFuture.runAsync(
                                    () -> Caller.service().run(() -> datasets.delete(dataset)))
                            .join())
                    .hasCauseInstanceOf(TransientDataAccessException.class);
        });
        datasets.delete(dataset);
        assertThat(datasets.find(dataset)).isEmpty();
    }
}
