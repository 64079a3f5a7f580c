package io.chainrule.faults;

import io.chainrule.service.job.Claims;
import io.chainrule.service.job.Course;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A store of jobs that lets every attempt write: it tells each worker that its attempt is the newest, and takes its
/// writes. The workers are nested, as the one inside runs while the one outside stands still.
final class BrokenFence {

    private static final int NONE = 0;

    /// The attempt of each worker, the innermost first.
    private final Deque<Integer> attempts = new ArrayDeque<>();

    /// Another worker begins.
    void enter() {
        attempts.push(NONE);
    }

    void leave() {
        attempts.pop();
    }

    TrainingJobStore of(TrainingJobStore store) {
        return (TrainingJobStore) Proxy.newProxyInstance(
                store.getClass().getClassLoader(), new Class<?>[] {TrainingJobStore.class}, (_, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "lock" ->
                                ((Optional<?>) method.invoke(store, arguments))
                                        .map(found -> asItsOwn((TrainingJob) found));
                            case "update" -> update(store, (TrainingJob) arguments[0]);
                            default -> method.invoke(store, arguments);
                        };
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    /// Whoever has claimed a job finds it as if it still were its own.
    private TrainingJob asItsOwn(TrainingJob job) {
        int attempt = attempts.isEmpty() ? NONE : attempts.peek();
        return attempt == NONE ? job : inAttempt(job, attempt);
    }

    private Object update(TrainingJobStore store, TrainingJob job) {
        int stored = store.find(job.id()).orElseThrow().attempt();
        int newest = Math.max(stored, job.attempt());
        if (newest > stored && job.state() instanceof JobState.Running) {
            attempts.pop();
            attempts.push(newest);
        }
        store.update(inAttempt(job, newest), stored);
        return job;
    }

    private static TrainingJob inAttempt(TrainingJob job, int attempt) {
        var course = job.course();
        var claims = new Claims(
                attempt, course.claims().interruptions(), course.claims().deaths());
        return new TrainingJob(
                job.id(),
                job.createdAt(),
                job.owner(),
                job.spec(),
                job.datasetDigest(),
                job.parameterCount(),
                job.warnings(),
                new Course(
                        course.state(),
                        course.version(),
                        course.events(),
                        claims,
                        course.turn(),
                        course.reach(),
                        course.startedAt()));
    }
}
