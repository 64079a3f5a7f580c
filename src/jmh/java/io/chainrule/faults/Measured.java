package io.chainrule.faults;

import java.time.Duration;

/// What a number of jobs took, from the first POST to the end of the last.
///
/// @param posting until the last was accepted
record Measured(int jobs, long epochs, Duration posting, Duration took, Counters spent) {

    static final String HEADING =
            "jobs/s  epochs/s  ms/POST  transactions/job  database ms/job  service ms/job  log KiB/job  cores busy";

    @Override
    public String toString() {
        return "%6.1f  %8.0f  %7.1f  %16.1f  %15.2f  %14.2f  %11.1f  %10.2f"
                .formatted(
                        jobs / seconds(took),
                        epochs / seconds(took),
                        each(posting),
                        (double) spent.transactions() / jobs,
                        each(spent.database()),
                        each(spent.service()),
                        spent.written() / 1024.0 / jobs,
                        seconds(spent.service().plus(spent.database())) / seconds(took));
    }

    private double each(Duration all) {
        return seconds(all) * 1000 / jobs;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
