package io.chainrule.faults;

import io.chainrule.faults.StoredJobs.Row;
import io.chainrule.faults.Verdict.Kind;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.store.Stores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compares each job with the run that nobody interrupted, bit by bit: its history, its frames and its parameters.
final class ResultCheck {

    /// The tag of jobs that are to fail: the code of their error.
    static final String EXPECTED_ERROR = "expected-error";

    private final Stores stores;
    private final StoredJobs stored;
    private final Verdict verdict;
    private final Map<String, Reference> references = new HashMap<>();

    ResultCheck(Stores stores, StoredJobs stored, Verdict verdict) {
        this.stores = stores;
        this.stored = stored;
        this.verdict = verdict;
    }

    /// A run in one go, as far as it is needed, and what it has measured.
    private record Reference(TrainingRun run, List<Epoch> epochs, Map<Integer, String> frames) {

        void goOnTo(int epoch) {
            while (run.epoch() < epoch) {
                epochs.add(run.next());
                if (run.spec().frameSchedule().contains(run.epoch())) {
                    frames.put(run.epoch(), hash());
                }
            }
        }

        String hash() {
            return run.model().parameters().hash();
        }
    }

    void check(Row row) {
        var job = stores.jobs().find(row.id()).orElseThrow();
        var reference = references.computeIfAbsent(
                job.specHash() + job.datasetDigest(), _ -> new Reference(run(job), new ArrayList<>(), new HashMap<>()));
        reference.goOnTo(row.epoch());
        checkHistory(row, reference);
        for (int epoch : job.frames()) {
            require(row, reference.frames().get(epoch).equals(frame(job, epoch)), "frame %d differs", epoch);
        }
        var models = stored.models(row.id());
        verdict.require(models.size() <= 1, Kind.DUPLICATES, "%s has the models %s", row.id(), models);
        if (row.state().equals("succeeded")) {
            require(row, row.epoch() == job.spec().epochs(), "it has succeeded after %d epochs", row.epoch());
            reference.goOnTo(job.spec().epochs());
            require(row, reference.hash().equals(row.parametersHash()), "its parameters are %s", row.parametersHash());
            require(row, models.equals(List.of(String.valueOf(row.model()))), "its models are %s", models);
            require(row, reference.hash().equals(model(row)), "its model has other parameters");
        } else {
            var expected = job.spec().tags().get(EXPECTED_ERROR);
            require(row, Objects.equals(row.error(), expected), "its error is %s, not %s", row.error(), expected);
            require(row, models.isEmpty(), "it is %s and has the models %s", row.state(), models);
        }
    }

    private TrainingRun run(TrainingJob job) {
        return TrainingRun.of(
                job.spec(), stores.datasets().read(job.spec().dataset()).orElseThrow());
    }

    private void checkHistory(Row row, Reference reference) {
        var history = stores.jobs().history(row.id());
        int size = history.map(epochs -> epochs.snapshot().size()).orElse(0);
        require(row, size == row.epoch(), "its history has %d epochs, but it counts %d", size, row.epoch());
        for (int i = 0; i < Math.min(size, reference.epochs().size()); i++) {
            var epoch = history.orElseThrow().snapshot().get(i);
            var expected = reference.epochs().get(i);
            if (epoch.number() != expected.number() || !haveTheSameBits(epoch.values(), expected.values())) {
                require(row, false, "epoch %d differs from %s: %s", i + 1, expected, epoch);
                return;
            }
        }
    }

    private static boolean haveTheSameBits(double[] some, double[] others) {
        return Arrays.equals(some, others); // compares bits but for the kinds of NaN
    }

    private String frame(TrainingJob job, int epoch) {
        return stores.frames()
                .read(job.id(), epoch)
                .map(frame -> frame.model().parameters().hash())
                .orElse("absent");
    }

    private String model(Row row) {
        return stores.models()
                .read(String.valueOf(row.model()))
                .map(model -> model.parameters().hash())
                .orElse("absent");
    }

    private void require(Row row, boolean holds, String what, Object... about) {
        if (!holds) {
            verdict.find(Kind.MISMATCHED, "%s: %s", row.id(), what.formatted(about));
        }
    }
}
