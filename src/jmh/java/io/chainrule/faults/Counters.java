package io.chainrule.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What processes and their database have spent so far.
///
/// @param service of the processors, all processes together
/// @param database of the processors, by those parts of it that are still alive
/// @param transactions that came to an end, whether they changed something or not
/// @param written bytes of the write-ahead log
record Counters(Duration service, Duration database, long transactions, long written) {

    static Counters read(JdbcClient database, Collection<ServiceProcess> processes) {
        return new Counters(
                sum(processes.stream().map(ServiceProcess::processorTime)),
                sum(ofDatabase(database).flatMap(part -> part.info().totalCpuDuration().stream())),
                database.sql(
                                "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                        .query(Long.class)
                        .single(),
                database.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
                        .query(Long.class)
                        .single());
    }

    /// The process that answers here has a parent, and that has one for each connection.
    private static Stream<ProcessHandle> ofDatabase(JdbcClient database) {
        long backend = database.sql("select pg_backend_pid()").query(Long.class).single();
        var postmaster = ProcessHandle.of(backend).orElseThrow().parent().orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.children());
    }

    private static Duration sum(Stream<Duration> parts) {
        return parts.reduce(Duration.ZERO, Duration::plus);
    }

    Counters since(Counters before) {
        return new Counters(
                service.minus(before.service),
                database.minus(before.database),
                transactions - before.transactions,
                written - before.written);
    }
}
