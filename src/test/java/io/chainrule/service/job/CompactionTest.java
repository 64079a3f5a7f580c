package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What commits leave behind in the file of an embedded database.
class CompactionTest {

    private static final int ROWS = 3000;
    private static final int BYTES = 5000;

    @TempDir
    Path directory;

    private final Random random = new Random(1);

    /// What was written anew at the end of the file goes to its front in the next rounds.
    @Test
    void swollenFileShrinksWhileItIsOpenAndKeepsEveryRow() throws IOException {
        var pool = JdbcConnectionPool.create(url("rows"), "sa", "");
        var database = JdbcClient.create(pool);
        database.sql("create table kept (id int primary key, content varbinary(10000))")
                .update();
        for (int id = 0; id < ROWS; id++) {
            insert(database, id);
        }
        database.sql("delete from kept where mod(id, 3) > 0").update();
        long swollen = size("rows");
        var compaction = new Compaction(pool);
        for (int rounds = 0; rounds < 10; rounds++) {
            compaction.shrink();
        }
        assertThat(size("rows")).isLessThan(swollen / 2).isLessThan(4L * ROWS / 3 * BYTES);

        Files.copy(file("rows"), file("killed")); // what another process finds if this one dies now
        var copy = JdbcConnectionPool.create(url("killed"), "sa", "");
        assertThat(rows(JdbcClient.create(copy))).isEqualTo(rows(database)).isEqualTo(ROWS / 3);
        copy.dispose();
        compaction.close();
        pool.dispose();
    }

    @Test
    void smallFileIsLeftAsItIs() throws IOException {
        var pool = JdbcConnectionPool.create(url("rows"), "sa", "");
        var database = JdbcClient.create(pool);
        database.sql("create table kept (id int primary key, content varbinary(10000))")
                .update();
        for (int id = 0; id < 100; id++) {
            insert(database, id);
        }
        long before = size("rows");
        new Compaction(pool).shrink();
        assertThat(size("rows")).isEqualTo(before);
        pool.dispose();
    }

    private void insert(JdbcClient database, int id) {
        var content = new byte[BYTES];
        random.nextBytes(content);
        database.sql("insert into kept values (?, ?)").params(id, content).update();
    }

    /// Every content is read.
    private static long rows(JdbcClient database) {
        return database.sql("select count(distinct hash('SHA-256', content)) from kept")
                .query(Long.class)
                .single();
    }

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0;RETENTION_TIME=1;DB_CLOSE_ON_EXIT=FALSE";
    }

    private long size(String name) throws IOException {
        return Files.size(file(name));
    }

    private Path file(String name) {
        return directory.resolve(name + ".mv.db");
    }
}
