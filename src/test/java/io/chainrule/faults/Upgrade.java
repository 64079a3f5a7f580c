package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import io.chainrule.service.store.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A process of an earlier build on a database of its own making, and one of this build that comes to it. Each trains
/// one job at a time.
final class Upgrade implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// A process and whoever talks to it.
    record Member(ServiceProcess process, Client client) {}

    private final Path directory;
    private final String url;
    private final Recording recording;
    private final JobTable jobs;
    private final Workload workload;
    private final List<String> posted = new ArrayList<>();
    private final Member old;
    private @Nullable Member young;

    Upgrade(Path directory, Path previous, Path record, Random random) {
        this.directory = directory;
        this.url = PostgresServer.emptyUrl(directory);
        this.recording = new Recording(record);
        this.old = start("old", "-jar", previous.toString());
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        this.jobs = new JobTable(JdbcClient.create(source));
        var dataset = old.client()
                .post("/v1/datasets", Workload.dataset(random.nextLong()))
                .orElseThrow()
                .json();
        this.workload = new Workload(random, dataset.get("id").stringValue());
    }

    private Member start(String name, String... application) {
        var process = ServiceProcess.start(
                List.of(application),
                directory.resolve(name),
                "spring.profiles.active=postgres",
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + PostgresServer.USER,
                "chainrule.jobs.parallel=1",
                "chainrule.jobs.heartbeat=" + Replicas.HEARTBEAT.toMillis() + "ms");
        var client = new Client(recording);
        client.talkTo(process.awaitAddress());
        return new Member(process, client);
    }

    Member old() {
        return old;
    }

    Member young() {
        if (young == null) {
            throw new IllegalStateException("The new one has not started yet");
        }
        return young;
    }

    /// It migrates the database under the feet of the old one.
    void startTheNewOne() {
        young = start("new", "-cp", ServiceProcess.classPath(), ChainruleApplication.class.getName());
    }

    /// Posts jobs to each of these in turn.
    void post(int count, Member... members) {
        for (int i = 0; i < count; i++) {
            post(members[i % members.length], i % 10 == 0 ? workload.longOne() : workload.shortOne());
        }
    }

    private String post(Member member, String spec) {
        var answer = member.client().post(Client.JOBS, spec).orElseThrow();
        assertThat(answer.status()).isEqualTo(202);
        posted.add(answer.json().get("id").stringValue());
        return posted.getLast();
    }

    /// Everybody knows every job and its history, whoever has written it.
    void readAll(Member... members) {
        for (var member : members) {
            for (var id : posted) {
                var answer = member.client().get(Client.JOBS + "/" + id).orElseThrow();
                assertThat(answer.status()).isEqualTo(200);
                if (answer.json().get("state").stringValue().equals("succeeded")) {
                    assertThat(member.client()
                                    .get(Client.JOBS + "/" + id + "/history")
                                    .orElseThrow()
                                    .status())
                            .isEqualTo(200);
                }
            }
        }
    }

    /// Both train, and each job is cancelled by the one that does not train it.
    void cancelEachOthersJobs() {
        awaitEnds();
        var one = post(old, workload.endless());
        var another = post(young(), workload.endless());
        awaitRunning(one);
        awaitRunning(another);
        var atOld = isAt(old, one) ? one : another;
        cancel(young(), atOld);
        cancel(old, atOld.equals(one) ? another : one);
        awaitEnds();
    }

    /// A job without end that the old one trains. The new one is kept busy with another meanwhile, if it comes first.
    String endlessAtTheOldOne() {
        var first = post(old, workload.endless());
        awaitRunning(first);
        if (isAt(old, first)) {
            return first;
        }
        var second = post(old, workload.endless());
        awaitRunning(second);
        cancel(old, first);
        return second;
    }

    private boolean isAt(Member member, String id) {
        return member.process().output().contains(jobs.worker(id));
    }

    void cancel(Member member, String id) {
        assertThat(member.client()
                        .post(Client.JOBS + "/" + id + "/cancel")
                        .orElseThrow()
                        .status())
                .isEqualTo(202);
        Replicas.await(PATIENCE, () -> jobs.state(id).equals("cancelled"));
    }

    /// SIGTERM, while there are jobs in the queue.
    void endTheOldOne() {
        old.process().terminate();
    }

    void awaitRunning(String id) {
        Replicas.await(PATIENCE, () -> jobs.step(id) > 0 && jobs.state(id).equals("running"));
    }

    void awaitResumed(String id) {
        Replicas.await(PATIENCE, () -> jobs.attempt(id) == 2 && jobs.state(id).equals("running"));
    }

    void awaitEnds() {
        Replicas.await(PATIENCE, () -> jobs.count("state not in ('succeeded', 'failed', 'cancelled')") == 0);
    }

    @Override
    public void close() {
        old.process().close();
        if (young != null) {
            young.process().close();
        }
        recording.close();
    }
}
