package io.chainrule.service.store;

import io.chainrule.learning.training.Checkpoint;
import io.chainrule.service.job.Checkpoints;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The newest checkpoint of each job in the table `checkpoint_chunk`.
@Repository
class JdbcCheckpoints implements Checkpoints {

    private final JdbcClient database;
    private final Chunks chunks;

    JdbcCheckpoints(JdbcClient database) {
        this.database = database;
        this.chunks = new Chunks(database, "checkpoint_chunk");
    }

    @Override
    public void save(String job, Checkpoint checkpoint) {
        database.sql("delete from checkpoint_chunk where owner = ?").param(job).update();
        chunks.writeAll(job, checkpoint.toBytes());
    }

    @Override
    public Optional<Checkpoint> find(String job) {
        if (!Sight.coversJob(database, job)) {
            return Optional.empty();
        }
        var bytes = chunks.readAll(job);
        return bytes.length == 0 ? Optional.empty() : Optional.of(Checkpoint.read(bytes));
    }
}
