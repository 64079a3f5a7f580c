package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.job.SettableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Tables of the embedded database: how they came about, and how they are searched.
@ExtendWith(WithoutKeys.class)
class EmbeddedTablesTest {

    @TempDir
    Path directory;

    @Test
    void jobFromBeforeThereWereFramesHasNone() throws SQLException {
        var flyway = Flyway.configure()
                .dataSource("jdbc:h2:file:" + directory.resolve("old"), "sa", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2");
        flyway.target("3").load().migrate();
        try (var connection = flyway.getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into training_job (id, created_at, dataset_id, dataset_digest, model_type, spec, warnings,
                        parameter_count, epochs, steps, state, state_since, version, attempt, interruptions, epoch,
                        elapsed_seconds, latest)
                    values ('job_old', now(), 'ds_1', '', 'linear', '{"dataset":"ds_1","epochs":7}', '[]',
                        6, 7, 7, 'cancelled', now(), 3, 1, 0, 5, 1, '{}')
                    """);
            flyway.target("latest").load().migrate();
            try (var found = statement.executeQuery("select spec from training_job")) {
                found.next();
                var spec = Json.readSpec(found.getString("spec"));
                assertThat(spec.epochs()).isEqualTo(7);
                assertThat(spec.frames()).isZero();
            }
        }
    }

    /// What the queue asks at every post; with ten thousand waiting, sorting them all took most of the time.
    @Test
    void dueEntriesAreFoundAlongTheIndexByPriority() {
        try (var stores = new Stores(directory, new SettableClock())) {
            var plan = stores.database().sql("""
                        explain select * from scheduled_tasks where picked = false and execution_time <= now()
                        order by priority desc, execution_time asc fetch first 2 rows only
                        """).query(String.class).single();
            assertThat(plan).contains("SCHEDULED_TASKS_PRIORITY").contains("index sorted");
        }
    }
}
