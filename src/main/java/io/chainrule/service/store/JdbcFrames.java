package io.chainrule.service.store;

import io.chainrule.service.job.Frame;
import io.chainrule.service.job.Frames;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Frames in the table `frame_chunk`; those that are saved together share their rows.
@Repository
class JdbcFrames implements Frames {

    private final JdbcClient database;

    JdbcFrames(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void save(String job, List<Frame> frames) {
        int sequence = 0;
        for (var chunk : Chunks.split(FrameBlock.write(frames))) {
            database.sql("insert into frame_chunk (job_id, first_epoch, sequence, content) values (?, ?, ?, ?)")
                    .params(job, frames.getFirst().epoch(), sequence++, chunk)
                    .update();
        }
    }

    @Override
    public Optional<Frame> read(String job, int epoch) {
        if (!Sight.coversJob(database, job)) {
            return Optional.empty();
        }
        var chunks = database.sql("""
                        select content from frame_chunk
                        where job_id = ? and first_epoch =
                            (select max(first_epoch) from frame_chunk where job_id = ? and first_epoch <= ?)
                        order by sequence
                        """)
                .params(job, job, epoch)
                .query((row, _) -> row.getBytes("content"))
                .list();
        return chunks.isEmpty() ? Optional.empty() : FrameBlock.read(Chunks.join(chunks), epoch);
    }
}
