package io.chainrule.service.store;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetBytes;
import io.chainrule.service.access.Caller;
import io.chainrule.service.job.Allowance;
import io.chainrule.service.job.DatasetFilter;
import io.chainrule.service.job.DatasetInUseException;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.EmbeddedDatabase;
import io.chainrule.service.job.Identifiers;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.Page;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.SampleProtectedException;
import io.chainrule.service.job.StoredDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Datasets in the table `dataset`, their examples in `dataset_chunk`.
@Repository
class JdbcDatasets implements Datasets {

    private static final String TABLE = "dataset";

    private static final String ALONE = " for update";

    /// Many may need a dataset at once, and none of them waits for another; the embedded database has no such lock.
    private static final String TOGETHER = " for key share";

    private final JdbcClient database;
    private final Statements statements;
    private final Chunks chunks;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Allowance allowance;
    private final Clock clock;
    private final RecentDatasets recent = new RecentDatasets();
    private final String stays;

    JdbcDatasets(
            DataSource dataSource,
            JdbcClient database,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Allowance allowance,
            Clock clock) {
        this.database = database;
        this.statements = new Statements(database);
        this.chunks = new Chunks(database, "dataset_chunk");
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.allowance = allowance;
        this.clock = clock;
        this.stays = EmbeddedDatabase.isUsedBy(dataSource) ? ALONE : TOGETHER;
    }

    @Override
    public StoredDataset save(Dataset dataset) {
        return save(identifiers.ofDataset(), dataset);
    }

    @Override
    public StoredDataset save(String id, Dataset dataset) {
        var stored = StoredDataset.of(id, clock.instant(), dataset);
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("owner", Caller.current().owner());
        columns.put("created_at", Timestamps.of(stored.createdAt()));
        columns.put("name", stored.name());
        columns.put("digest", stored.digest());
        columns.put("summary", DatasetSummary.write(stored));
        transaction.executeWithoutResult(_ -> {
            statements.insert(TABLE, columns);
            database.sql("update " + TABLE + " set bytes = ? where id = ?")
                    .params(writeExamples(id, dataset), id)
                    .update();
            allowance.check();
        });
        return stored;
    }

    private long writeExamples(String id, Dataset dataset) {
        try (var output = new ChunkOutput(chunks, id)) {
            DatasetBytes.write(dataset, output);
            return output.count();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Optional<StoredDataset> find(String id) {
        return described().whereAll("id = ?", id).one(DatasetSummary::read);
    }

    /// With the number of those jobs on it that the caller may know of.
    private Selection described() {
        var sight = Sight.current();
        return new Selection(database, TABLE)
                .columns(
                        "dataset.*, (select count(*) from training_job where dataset_id = dataset.id and "
                                + sight.condition("training_job") + ") as jobs",
                        sight.parameters().toArray());
    }

    private Selection of(String id) {
        return new Selection(database, TABLE).whereAll("id = ?", id);
    }

    @Override
    public Optional<Dataset> read(String id) {
        return of(id).columns("digest")
                .one((row, _) -> row.getString("digest"))
                .flatMap(digest -> recent.get(new RecentDatasets.Key(id, digest), this::readExamples));
    }

    private RecentDatasets.@Nullable Content readExamples(RecentDatasets.Key key) {
        try (var input = new ChunkInput(chunks, key.id())) {
            return new RecentDatasets.Content(DatasetBytes.read(input), input.count());
        } catch (IOException broken) {
            if (find(key.id()).isEmpty()) {
                return null; // deleted while it was read
            }
            throw new UncheckedIOException("Dataset " + key.id() + " cannot be read", broken);
        }
    }

    @Override
    public Page<StoredDataset> list(DatasetFilter filter, PageRequest request) {
        return described()
                .where("name = ?", filter.name())
                .page(request, DatasetSummary::read, dataset -> new PageToken(dataset.createdAt(), dataset.id()));
    }

    @Override
    public boolean lock(String id) {
        return lock(id, stays);
    }

    private boolean lock(String id, String how) {
        return of(id).columns("id").locked(how, (row, _) -> row.getString("id")).isPresent();
    }

    @Override
    public void delete(String id) {
        transaction.executeWithoutResult(_ -> {
            if (!lock(id, ALONE)) {
                throw new NotFoundException("dataset", id);
            }
            if (Identifiers.isSample(id)) {
                throw new SampleProtectedException(id);
            }
            int unfinished = unfinishedJobs(id);
            if (unfinished > 0) {
                throw new DatasetInUseException(id, unfinished);
            }
            of(id).delete();
        });
    }

    private int unfinishedJobs(String id) {
        return database.sql("""
                        select count(*) from training_job
                        where (dataset_id = ? or validation_dataset_id = ?)
                        and state in ('queued', 'running', 'pausing', 'paused', 'cancelling')
                        """).params(id, id).query(Integer.class).single();
    }
}
