package io.chainrule.service.store;

import io.chainrule.service.access.Caller;
import io.chainrule.service.job.Experiment;
import io.chainrule.service.job.ExperimentStore;
import io.chainrule.service.job.Page;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.TrainingJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Experiments in the table `experiment`, which jobs are theirs in `experiment_job`.
@Repository
class JdbcExperimentStore implements ExperimentStore {

    private static final String TABLE = "experiment";

    private final JdbcClient database;
    private final Statements statements;

    JdbcExperimentStore(JdbcClient database) {
        this.database = database;
        this.statements = new Statements(database);
    }

    @Override
    public void insert(String id, Instant createdAt, @Nullable String name, List<String> jobs) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("owner", Caller.current().owner());
        columns.put("created_at", Timestamps.of(createdAt));
        columns.put("name", name);
        statements.insert(TABLE, columns);
        for (int i = 0; i < jobs.size(); i++) {
            database.sql("insert into experiment_job (experiment_id, job_id, sequence) values (?, ?, ?)")
                    .params(id, jobs.get(i), i)
                    .update();
        }
    }

    @Override
    public Optional<Experiment> find(String id) {
        return of(id).one(JdbcExperimentStore::read).map(this::counted);
    }

    private Selection of(String id) {
        return new Selection(database, TABLE).whereAll("id = ?", id);
    }

    @Override
    public boolean lock(String id) {
        return of(id).columns("id").locked((row, _) -> row.getString("id")).isPresent();
    }

    @Override
    public Page<Experiment> list(PageRequest request) {
        var page = new Selection(database, TABLE)
                .page(
                        request,
                        JdbcExperimentStore::read,
                        experiment -> new PageToken(experiment.createdAt(), experiment.id()));
        return new Page<>(page.items().stream().map(this::counted).toList(), page.nextToken());
    }

    @Override
    public List<TrainingJob> jobs(String id) {
        return jobsOf(id).columns("training_job.*").query(" order by experiment_job.sequence", JobRow::read);
    }

    private Selection jobsOf(String id) {
        return new Selection(database, JdbcTrainingJobStore.TABLE)
                .with("join experiment_job on experiment_job.job_id = training_job.id")
                .whereAll("experiment_job.experiment_id = ?", id);
    }

    @Override
    public Map<String, String> ofJobs(List<String> jobs) {
        var experiments = new LinkedHashMap<String, String>();
        if (!jobs.isEmpty()) {
            var places = String.join(", ", Collections.nCopies(jobs.size(), "?"));
            new Selection(database, TABLE)
                    .columns("job_id, experiment_id")
                    .with("join experiment_job on experiment_job.experiment_id = experiment.id")
                    .whereAll("job_id in (" + places + ")", jobs.toArray())
                    .query("", (row, _) -> experiments.put(row.getString("job_id"), row.getString("experiment_id")));
        }
        return experiments;
    }

    @Override
    public void delete(String id) {
        of(id).delete();
    }

    private static Experiment read(ResultSet row, int number) throws SQLException {
        return new Experiment(row.getString("id"), Timestamps.read(row, "created_at"), row.getString("name"), Map.of());
    }

    private Experiment counted(Experiment experiment) {
        return new Experiment(
                experiment.id(), experiment.createdAt(), experiment.name(), countByState(experiment.id()));
    }

    private Map<String, Long> countByState(String id) {
        var counts = new LinkedHashMap<String, Long>();
        jobsOf(id)
                .columns("state, count(*) as jobs")
                .query(" group by state", (row, _) -> counts.put(row.getString("state"), row.getLong("jobs")));
        return counts;
    }
}
