package io.chainrule.service.job;

import io.chainrule.service.access.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Trains a bundled job once more at each start, before the service is ready, and keeps nothing of it.
///
/// Its parameters have to be those that are stored, to the last bit, whichever machine and version made them; who runs
/// the service is warned if they are not. And the first job of a client takes less time, as it finds part of what it
/// needs in place.
@Component
@Order(Rehearsal.ORDER)
class Rehearsal implements ApplicationRunner {

    /// Behind the samples.
    static final int ORDER = Samples.ORDER + 1;

    static final String JOB = Identifiers.SAMPLE + "two-clouds-linear";

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final TrainingJobs jobs;

    Rehearsal(TrainingJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (Caller.service().call(this::perform) == Outcome.OTHER_BITS) {
            LOG.warn("{} trained again has other parameters than are stored, so results differ from earlier ones", JOB);
        }
    }

    enum Outcome {
        NOTHING_STORED,
        SAME_BITS,
        OTHER_BITS
    }

    /// Trains it and compares.
    Outcome perform() {
        return jobs.find(JOB)
                .flatMap(job -> job.result()
                        .map(stored ->
                                stored.parametersHash().equals(hash(job)) ? Outcome.SAME_BITS : Outcome.OTHER_BITS))
                .orElse(Outcome.NOTHING_STORED);
    }

    private String hash(TrainingJob job) {
        var run = jobs.data(job.spec()).prepared(job.spec()).run();
        while (!run.isFinished()) {
            run.next();
        }
        return run.result().parameters().hash();
    }
}
