package io.chainrule.service.store;

import io.chainrule.learning.model.Model;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.Identifiers;
import io.chainrule.service.job.ModelFilter;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.Page;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.SampleProtectedException;
import io.chainrule.service.job.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Models in the table `model`, their parameters in `model_chunk`.
@Repository
class JdbcModels implements Models {

    private static final String TABLE = "model";
    private static final String COLUMNS =
            "id, created_at, owner, job_id, dataset_digest, parameter_count, spec, metrics"; // all but the description

    private final JdbcClient database;
    private final Statements statements;
    private final Chunks chunks;
    private final TransactionTemplate transaction;

    JdbcModels(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.statements = new Statements(database);
        this.chunks = new Chunks(database, "model_chunk");
        this.transaction = transaction;
    }

    @Override
    public void save(StoredModel about, Model model) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", about.id());
        columns.put("created_at", Timestamps.of(about.createdAt()));
        columns.put("owner", about.owner());
        columns.put("bytes", Double.BYTES * about.parameterCount());
        columns.put("job_id", about.job());
        columns.put("dataset_id", about.spec().dataset());
        columns.put("dataset_digest", about.datasetDigest());
        columns.put("model_type", Settings.name((Record) about.spec().model()));
        columns.put("parameter_count", about.parameterCount());
        columns.put("spec", Json.write(about.spec()));
        columns.put("metrics", Json.write(about.metrics()));
        columns.put("description", ModelDescription.write(model));
        transaction.executeWithoutResult(_ -> {
            statements.insert(TABLE, columns);
            try (var output = new ChunkOutput(chunks, about.id())) {
                output.write(model.parameters().toBytes());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    @Override
    public Optional<StoredModel> find(String id) {
        return of(id).columns(COLUMNS).one(JdbcModels::read);
    }

    private Selection of(String id) {
        return new Selection(database, TABLE).whereAll("id = ?", id);
    }

    @Override
    public Optional<Model> read(String id) {
        return of(id).columns("description")
                .one((row, _) -> row.getString("description"))
                .map(description -> ModelDescription.read(description, parameters(id)));
    }

    private byte[] parameters(String id) {
        try (var input = new ChunkInput(chunks, id)) {
            return input.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Page<StoredModel> list(ModelFilter filter, PageRequest request) {
        return new Selection(database, TABLE)
                .columns(COLUMNS)
                .where("job_id = ?", filter.job())
                .where("dataset_id = ?", filter.dataset())
                .where("model_type = ?", filter.modelType())
                .page(request, JdbcModels::read, model -> new PageToken(model.createdAt(), model.id()));
    }

    @Override
    public void delete(String id) {
        if (Identifiers.isSample(id) && find(id).isPresent()) {
            throw new SampleProtectedException(id);
        }
        if (of(id).delete() == 0) {
            throw new NotFoundException("model", id);
        }
    }

    private static StoredModel read(ResultSet row, int number) throws SQLException {
        return new StoredModel(
                row.getString("id"),
                Timestamps.read(row, "created_at"),
                row.getString("owner"),
                row.getString("job_id"),
                Json.readSpec(row.getString("spec")),
                row.getString("dataset_digest"),
                row.getLong("parameter_count"),
                Objects.requireNonNull(Json.readEpoch(row.getString("metrics"))));
    }
}
