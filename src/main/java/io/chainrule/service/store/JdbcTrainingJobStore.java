package io.chainrule.service.store;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.History;
import io.chainrule.service.job.AttemptLostException;
import io.chainrule.service.job.Identifiers;
import io.chainrule.service.job.JobFilter;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.Page;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobStore;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Jobs in the table `training_job`, their epochs in `history_chunk`.
@Repository
class JdbcTrainingJobStore implements TrainingJobStore {

    static final String TABLE = "training_job";
    private static final int MOST_SPEC_CHARACTERS = 1_000_000;
    private static final int EPOCHS_A_CHUNK = 8192;

    private final JdbcClient database;
    private final Statements statements;

    JdbcTrainingJobStore(JdbcClient database) {
        this.database = database;
        this.statements = new Statements(database);
    }

    @Override
    public void insert(TrainingJob job) {
        var columns = JobRow.fixed(job, Settings.name((Record) job.spec().model()));
        columns.putAll(JobRow.changing(job));
        requireShort(String.valueOf(columns.get("spec")));
        statements.insert(TABLE, columns);
        job.spec()
                .tags()
                .forEach((name, value) -> database.sql(
                                "insert into training_job_tag (job_id, name, content) values (?, ?, ?)")
                        .params(job.id(), name, value)
                        .update());
    }

    private static void requireShort(String spec) {
        if (spec.length() > MOST_SPEC_CHARACTERS) {
            throw new InvalidSpecException(
                    "",
                    "With everything filled in, this takes %,d characters; at most %,d can be kept"
                            .formatted(spec.length(), MOST_SPEC_CHARACTERS));
        }
    }

    @Override
    public Optional<TrainingJob> find(String id) {
        return of(id).one(JobRow::read);
    }

    @Override
    public Optional<TrainingJob> lock(String id) {
        return of(id).locked(JobRow::read);
    }

    private Selection of(String id) {
        return new Selection(database, TABLE).whereAll("id = ?", id);
    }

    @Override
    public void update(TrainingJob job, int attempt) {
        if (statements.update(TABLE, JobRow.changing(job), "id = ? and attempt = ?", job.id(), attempt) == 0) {
            throw new AttemptLostException(job.id(), attempt);
        }
    }

    @Override
    public Page<TrainingJob> list(JobFilter filter, PageRequest request) {
        return select("*", filter).page(request, JobRow::read, job -> new PageToken(job.createdAt(), job.id()));
    }

    @Override
    public Map<String, Long> countByState(JobFilter filter) {
        var counts = new LinkedHashMap<String, Long>();
        var found = new LinkedHashMap<String, Long>();
        select("state, count(*) as jobs", filter)
                .query(" group by state", (row, _) -> found.put(row.getString("state"), row.getLong("jobs")));
        for (var state : JobState.names()) {
            if (found.containsKey(state)) {
                counts.put(state, found.get(state));
            }
        }
        return counts;
    }

    private Selection select(String columns, JobFilter filter) {
        var selection = new Selection(database, TABLE)
                .columns(columns)
                .where("state = ?", filter.state())
                .where("dataset_id = ?", filter.dataset())
                .where("model_type = ?", filter.modelType())
                .where("id in (select job_id from experiment_job where experiment_id = ?)", filter.experiment());
        filter.tags()
                .forEach((name, value) -> selection.whereAll(
                        "exists (select 1 from training_job_tag where job_id = id and name = ? and content = ?)",
                        name,
                        value));
        return selection;
    }

    @Override
    public long count(String state) {
        return database.sql("select count(*) from training_job where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> waitingSince() {
        return database
                .sql("select min(state_since) from training_job where state = 'queued'")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    @Override
    public long nextTurn(String owner) {
        return Math.max(firstTurn(), lastTurn(owner) + 1);
    }

    /// The columns of the order lead the embedded database to its index, in which the first row is the answer.
    private long firstTurn() {
        return database.sql("""
                        select turn from training_job where state = 'queued'
                        order by state, turn fetch first 1 rows only
                        """).query(Long.class).optional().orElse(0L);
    }

    private long lastTurn(String owner) {
        return database.sql("""
                        select turn from training_job where state = 'queued' and owner = ?
                        order by state, owner, turn desc fetch first 1 rows only
                        """).param(owner).query(Long.class).optional().orElse(-1L);
    }

    /// Counting along the index takes a tenth of the time of the database's `row_number()`. Only what the caller may
    /// know of is counted, so that nobody's place tells how much others have queued.
    @Override
    public Map<String, Long> queuePositions(Collection<String> ids) {
        var wanted = Set.copyOf(ids);
        var positions = new HashMap<String, Long>();
        new Selection(database, TABLE)
                .columns("id")
                .whereAll("state = 'queued'")
                .query(" order by state, turn, state_since, id", (ResultSet rows) -> {
                    for (long place = 1; positions.size() < wanted.size() && rows.next(); place++) {
                        if (wanted.contains(rows.getString("id"))) {
                            positions.put(rows.getString("id"), place);
                        }
                    }
                    return positions;
                });
        return positions;
    }

    @Override
    public List<TrainingJob> withoutQueueEntry() {
        return database.sql("""
                        select * from training_job
                        where state in ('queued', 'running', 'pausing', 'cancelling')
                        and not exists (
                            select 1 from scheduled_tasks where task_name = 'training' and task_instance = id)
                        """).query(JobRow::read).list();
    }

    @Override
    public List<String> finished(Instant before, long kept, int most) {
        return database.sql("""
                        select id from (
                            select id, state_since, row_number() over (order by state_since desc, id desc) as age
                            from training_job
                            where state in (:states) and id not like :samples) as finished
                        where state_since < :before or age > :kept
                        order by state_since, id fetch first :most rows only
                        """)
                .param("states", JobState.finalNames())
                .param("samples", Identifiers.SAMPLE + "%")
                .param("before", Timestamps.of(before))
                .param("kept", kept)
                .param("most", most)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    @Override
    public void delete(String id) {
        of(id).delete();
    }

    @Override
    public void append(String id, History.Rows epochs) {
        for (int first = 0; first < epochs.size(); first += EPOCHS_A_CHUNK) {
            var chunk = epochs.slice(first, Math.min(epochs.size(), first + EPOCHS_A_CHUNK));
            database.sql("insert into history_chunk (job_id, first_epoch, content) values (?, ?, ?)")
                    .params(id, chunk.get(0).number(), HistoryBlock.write(chunk))
                    .update();
        }
    }

    @Override
    public Optional<History> history(String id) {
        return history(id, 1, Integer.MAX_VALUE);
    }

    @Override
    public Optional<History> history(String id, int first, int last) {
        if (!Sight.coversJob(database, id)) {
            return Optional.empty();
        }
        var epochs = database.sql("""
                        select content from history_chunk where job_id = ? and first_epoch between ? and ?
                        order by first_epoch
                        """).params(id, first - EPOCHS_A_CHUNK + 1, last).query(byte[].class).list().stream()
                .flatMap(chunk -> HistoryBlock.read(chunk).stream())
                .filter(epoch -> epoch.number() >= first && epoch.number() <= last)
                .toList();
        if (epochs.isEmpty()) {
            return Optional.empty();
        }
        var history = new History(epochs.getFirst().metrics());
        epochs.forEach(history::append);
        return Optional.of(history);
    }
}
