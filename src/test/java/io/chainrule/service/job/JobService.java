package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.chainrule.service.store.PostgresServer;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The service without its web side, with the real queue, for tests.
final class JobService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "io.chainrule.service.access",
        "io.chainrule.service.job",
        "io.chainrule.service.limits",
        "io.chainrule.service.store"
    })
    static class Application {}

    private JobService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static JobService start(Path directory, String... properties) {
        var all = new ArrayList<>(List.of(properties));
        all.add("chainrule.data-directory=" + directory);
        return new JobService(new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("chainrule.samples=false")
                .run(all.stream().map("--"::concat).toArray(String[]::new)));
    }

    static JobService start(Vendor vendor, Path directory, String... properties) {
        var all = new ArrayList<>(List.of(properties));
        if (vendor == Vendor.POSTGRESQL) {
            all.add("spring.profiles.active=postgres");
            all.add("spring.datasource.url=" + PostgresServer.url(directory));
            all.add("spring.datasource.username=" + PostgresServer.USER);
        }
        return start(directory, all.toArray(String[]::new));
    }

    TrainingJobs jobs() {
        return context.getBean(TrainingJobs.class);
    }

    Datasets datasets() {
        return context.getBean(Datasets.class);
    }

    Models models() {
        return context.getBean(Models.class);
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    Scheduler scheduler() {
        return context.getBean(Scheduler.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    TrainingJob awaitState(String job, String state) {
        return await(job, found -> found.state().name().equals(state));
    }

    TrainingJob await(String job, Predicate<TrainingJob> condition) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> jobs().get(job), condition);
    }

    long queueEntries() {
        return database()
                .sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
