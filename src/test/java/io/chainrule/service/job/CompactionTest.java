package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What commits leave behind in the file of an embedded database.
class CompactionTest {

    private static final int ROWS = 2000;

    @TempDir
    Path directory;

    @Test
    void fileThatManyCommitsHaveSwollenShrinksWhileItIsOpenAndKeepsEveryRow() throws Exception {
        var pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("rows") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        var database = JdbcClient.create(pool);
        database.sql("create table kept (id int primary key, content varbinary(10000))")
                .update();
        var random = new Random(1);
        var content = new byte[5000];
        for (int id = 0; id < ROWS; id++) {
            random.nextBytes(content);
            database.sql("insert into kept values (?, ?)").params(id, content).update();
        }
        var compaction = new Compaction(pool);
        long swollen = size();
        compaction.shrink();
        assertThat(size()).isLessThan(swollen / 2).isLessThan(3L * ROWS * content.length);
        assertThat(database.sql("select content from kept where id = ?")
                        .param(ROWS - 1)
                        .query(byte[].class)
                        .single())
                .isEqualTo(content);
        assertThat(database.sql("select count(*) from kept")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ROWS);
        compaction.close();
        pool.dispose();
    }

    private long size() throws Exception {
        return Files.size(directory.resolve("rows.mv.db"));
    }
}
