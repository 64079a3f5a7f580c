package io.chainrule.service.job;

import io.chainrule.learning.training.CheckpointInvalidException;
import io.chainrule.learning.training.DivergedException;
import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.learning.training.TrainingRun;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Trains a job that the queue names until it is done, unwanted, or the process shuts down.
@Component
class TrainingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingWorker.class);

    private final JobClaims claims;
    private final JobFiles files;
    private final Datasets datasets;
    private final StopSignals signals;
    private final Identifiers identifiers;
    private final TrainingLimits limits;
    private final JobSettings settings;
    private final Drain drain;
    private final Unclean unclean;
    private final Company company;

    TrainingWorker(
            JobClaims claims,
            JobFiles files,
            Datasets datasets,
            StopSignals signals,
            Identifiers identifiers,
            TrainingLimits limits,
            JobSettings settings,
            Drain drain,
            Unclean unclean,
            Company company) {
        this.claims = claims;
        this.files = files;
        this.datasets = datasets;
        this.signals = signals;
        this.identifiers = identifiers;
        this.limits = limits;
        this.settings = settings;
        this.drain = drain;
        this.unclean = unclean;
        this.company = company;
    }

    /// Takes up the job and goes on with it as long as it is wanted.
    ///
    /// @throws DataAccessException if the database fails; the job waits for somebody to try again
    void work(String id) {
        try (var _ = MDC.putCloseable("jobId", id);
                var signal = signals.listen(id);
                var seat = company.admit(claims.isLastTry(id))) {
            claims.claim(id).ifPresent(job -> {
                LOG.debug(
                        "Attempt {} begins at epoch {}",
                        job.attempt(),
                        job.progress().epoch());
                work(job, signal, seat);
            });
        }
    }

    private void work(TrainingJob job, StopSignal signal, Company.Seat seat) {
        var attempt = new Attempt(job, files, settings.pace(files.clock(), job.spec()), seat);
        try {
            trainOrFail(job, attempt, signal);
        } catch (AttemptLostException lost) {
            LOG.info("{}, so this worker stops", lost.getMessage());
        } catch (DataAccessException | TransactionException away) {
            unclean.left(job.id(), job.attempt());
            throw away;
        }
    }

    private void trainOrFail(TrainingJob job, Attempt attempt, StopSignal signal) {
        try {
            train(job, attempt, signal);
        } catch (DivergedException diverged) {
            attempt.fail(JobError.of(diverged));
        } catch (OutOfMemoryError tooMuch) {
            LOG.warn("Job {} ran out of memory", job.id(), tooMuch);
            attempt.fail(JobError.memoryLimit());
        } catch (RuntimeException | Error unexpected) {
            if (unexpected instanceof AttemptLostException || isDatabaseAway(unexpected)) {
                throw unexpected;
            }
            var errorId = UUID.randomUUID().toString();
            LOG.error("Job {} failed, error id {}", job.id(), errorId, unexpected);
            attempt.fail(JobError.internal(errorId));
        }
    }

    private void train(TrainingJob job, Attempt attempt, StopSignal signal) {
        var run = run(job);
        var glances = new Glances(files.clock());
        boolean hasTime = true;
        while (hasTime && !run.isFinished()) {
            if (drain.hasBegun()) {
                attempt.leave(run);
                return;
            }
            boolean looks = glances.begin();
            if (looks && attempt.hasTaken((double) limits.seconds())) {
                attempt.fail(JobError.timeLimit(limits.seconds()));
                return;
            }
            var ended = run.advance(glances.steps());
            ended.ifPresent(epoch -> attempt.record(epoch, run));
            if ((signal.isRaised() || (looks && attempt.isDue())) && !attempt.write(run)) {
                return;
            }
            hasTime = ended.isEmpty()
                    || job.spec().maxSeconds() == null
                    || !attempt.hasTaken(job.spec().maxSeconds());
        }
        var reason = run.ending().map(StopReason::of).orElse(StopReason.TIME_LIMIT);
        attempt.succeed(job.isSample() ? job.id() : identifiers.ofModel(), run, reason);
    }

    /// The run, from its newest checkpoint if there is one.
    private TrainingRun run(TrainingJob job) {
        var prepared = JobData.of(job.spec(), datasets).prepared(job.spec());
        var run = prepared.run();
        try {
            files.checkpoints().find(job.id()).ifPresent(run::resume);
            return run;
        } catch (CheckpointInvalidException damaged) {
            LOG.warn("Job {} starts over: {}", job.id(), damaged.getMessage());
            return prepared.run();
        }
    }

    private static boolean isDatabaseAway(Throwable problem) {
        return (problem instanceof DataAccessException && !(problem instanceof DataIntegrityViolationException))
                || problem instanceof TransactionException;
    }
}
