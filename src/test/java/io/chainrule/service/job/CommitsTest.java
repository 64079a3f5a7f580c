package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What a job costs the database: a commit waits for the disk, so it takes longer than many epochs.
@OnEveryDatabase
class CommitsTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final AtomicInteger commits = new AtomicInteger();

    /// Its queue adds one before, which marks the entry as taken.
    @Test
    void quickJobIsCommittedWhenItIsClaimedWhenItEndsAndWhenItLeavesTheQueue() {
        try (var workshop = new Workshop(vendor, directory, this::counting, UnaryOperator.identity())) {
            var dataset = workshop.stores
                    .datasets()
                    .save(Examples.twoSides("two-sides"))
                    .id();
            var job = workshop.jobs.submit(Examples.spec(dataset, 500)).id();
            commits.set(0);
            assertThat(workshop.work(job).state()).isInstanceOf(JobState.Succeeded.class);
            assertThat(commits).hasValue(2);
            workshop.claims().release(job, () -> {}, () -> {});
            assertThat(commits).hasValue(3);
            assertThat(workshop.jobs.history(job).orElseThrow().snapshot().size())
                    .isEqualTo(500);
        }
    }

    private DataSource counting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return counting(super.getConnection());
            }
        };
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commits.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
