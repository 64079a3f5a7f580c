package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chainrule.ChainruleApplication;
import io.chainrule.service.store.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The backup that the README describes for PostgreSQL, with PostgreSQL's own programs.
class PostgresBackupIT {

    /// Seconds of work: time for a checkpoint and a dump.
    private static final String LONG =
            "{'dataset': '%s', 'epochs': 6000, 'model': {'type': 'mlp', 'hidden': [200, 200]}, 'frames': 0}";

    @TempDir
    Path folder;

    @Test
    void dumpTakenWhileAJobTrainsIsRestoredWherePgDumpIsInstalled() throws Exception {
        for (var program : List.of("pg_dump", "pg_restore")) {
            assumeThat(isInstalled(program)).as(program + " is not on the PATH").isTrue();
        }
        var original = PostgresServer.emptyUrl(folder.resolve("original"));
        var restored = PostgresServer.emptyUrl(folder.resolve("restored"));
        var dump = folder.resolve("chainrule.dump").toString();
        try (var context = start(original)) {
            var service = new LiveService(context.getEnvironment());
            service.awaitState(service.submit(LiveService.SHORT), "succeeded");
            var answers = StoredAnswers.of(service);
            var job = service.submit(LONG);
            Awaitility.await().until(() -> service.job(job).has("checkpointEpoch"));

            run("pg_dump", "--format=custom", "--file=" + dump, address(original));
            assertThat(service.job(job).get("state").stringValue()).isEqualTo("running");
            run("pg_restore", "--no-owner", "--dbname=" + address(restored), dump);
            var parameters = service.awaitState(job, "succeeded").get("parametersHash");

            try (var again = start(restored)) {
                var other = new LiveService(again.getEnvironment());
                assertThat(StoredAnswers.of(other)).containsAllEntriesOf(answers);
                var resumed = other.awaitState(job, "succeeded");
                assertThat(resumed.get("attempt").intValue()).isEqualTo(2);
                assertThat(resumed.get("parametersHash")).isEqualTo(parameters);
            }
        }
    }

    private static ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(ChainruleApplication.class)
                .profiles("postgres")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + PostgresServer.USER,
                        "--chainrule.samples=false",
                        "--chainrule.jobs.heartbeat=500ms");
    }

    /// As the programs want it.
    private static String address(String url) {
        return url.substring("jdbc:".length())
                .replace("?user=" + PostgresServer.USER, "")
                .replace("//localhost", "//" + PostgresServer.USER + "@localhost");
    }

    private static boolean isInstalled(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
