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
        int sequence = 0;
        for (var chunk : Chunks.split(checkpoint.toBytes())) {
            chunks.write(job, sequence++, chunk);
        }
    }

    @Override
    public Optional<Checkpoint> find(String job) {
        var parts = database.sql("select content from checkpoint_chunk where owner = ? order by sequence")
                .param(job)
                .query((row, _) -> row.getBytes("content"))
                .list();
        return parts.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.read(Chunks.join(parts)));
    }
}
