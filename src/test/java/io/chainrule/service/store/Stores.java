package io.chainrule.service.store;

import io.chainrule.service.access.Quotas;
import io.chainrule.service.job.Allowance;
import io.chainrule.service.job.Checkpoints;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.ExperimentStore;
import io.chainrule.service.job.Frames;
import io.chainrule.service.job.Identifiers;
import io.chainrule.service.job.JobEvents;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.Room;
import io.chainrule.service.job.TrainingJobStore;
import io.chainrule.service.job.repetition.KeptAnswers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// All stores on a real database, for tests.
public final class Stores implements AutoCloseable {

    private final Vendor.Pool pool;
    private final DataSource source;
    private final JdbcTemplate template;
    private final Clock clock;
    private final Identifiers identifiers = new Identifiers();
    private Quotas quotas = new Quotas(100, 1000, 1000, DataSize.ofGigabytes(10));

    public Stores(Path directory, Clock clock) {
        this(Vendor.H2, directory, clock);
    }

    public Stores(Vendor vendor, Path directory, Clock clock) {
        this(vendor, directory, clock, UnaryOperator.identity());
    }

    /// @param wires through which all stores reach the database
    public Stores(Vendor vendor, Path directory, Clock clock, UnaryOperator<DataSource> wires) {
        this.clock = clock;
        this.pool = vendor.open(directory);
        this.source = wires.apply(pool.source());
        this.template = new JdbcTemplate(source);
        template.setExceptionTranslator(SharedDatabase.translator(pool.source()));
    }

    public DataSource dataSource() {
        return source;
    }

    public JdbcClient database() {
        return JdbcClient.create(template);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public TrainingJobStore jobs() {
        return new JdbcTrainingJobStore(database());
    }

    public Datasets datasets() {
        return new JdbcDatasets(pool.source(), database(), identifiers, transaction(), allowance(), clock);
    }

    public Allowance allowance() {
        return new Allowance(new JdbcUsages(database()), quotas, Room.ENDLESS);
    }

    /// From now on, for the stores that are asked for.
    public void limit(Quotas those) {
        quotas = those;
    }

    public ExperimentStore experiments() {
        return new JdbcExperimentStore(database());
    }

    public Models models() {
        return new JdbcModels(database(), transaction());
    }

    public Frames frames() {
        return new JdbcFrames(database());
    }

    public KeptAnswers keptAnswers() {
        return new JdbcKeptAnswers(database());
    }

    public Checkpoints checkpoints() {
        return new JdbcCheckpoints(database());
    }

    public JobEvents events() {
        return new JdbcJobEvents(database(), template);
    }

    @Override
    public void close() {
        pool.close();
    }
}
