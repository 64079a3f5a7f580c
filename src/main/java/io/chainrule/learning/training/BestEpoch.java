package io.chainrule.learning.training;

import io.chainrule.learning.model.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches for an epoch that is better than all before, and remembers the parameters it ended with.
final class BestEpoch implements Resumable {

    private final Metric metric;
    private final List<Metric> metrics;
    private final Patience patience;
    private final Parameters live;
    private final Parameters kept;
    private @Nullable Epoch epoch;

    /// @param metrics of the run's epochs
    BestEpoch(EarlyStopping spec, List<Metric> metrics, Parameters live) {
        this.metric = spec.metric().metric();
        this.metrics = metrics;
        this.patience = spec.start();
        this.live = live;
        this.kept = live.copy();
    }

    void observe(Epoch ended) {
        if (patience.observe(ended.value(metric))) {
            epoch = ended;
            for (int k = 0; k < kept.tensors().size(); k++) {
                var from = live.tensors().get(k).values();
                System.arraycopy(from, 0, kept.tensors().get(k).values(), 0, from.length);
            }
        }
    }

    /// Whether there has been nothing better for too long.
    boolean isOver() {
        return patience.isOver();
    }

    /// The best epoch so far, null if none had a number to compare.
    @Nullable
    Epoch epoch() {
        return epoch;
    }

    /// As they were at its end.
    Parameters parameters() {
        return kept;
    }

    @Override
    public void save(StateWriter state) {
        patience.save(state);
        state.put(epoch == null ? 0 : epoch.number());
        if (epoch != null) {
            state.put(epoch.values());
            for (var values : kept.arrays()) {
                state.put(values);
            }
        }
    }

    @Override
    public void restore(StateReader state) {
        patience.restore(state);
        int number = state.getInt();
        if (number > 0) {
            var values = new double[metrics.size()];
            state.get(values);
            epoch = new Epoch(number, metrics, values);
            for (var array : kept.arrays()) {
                state.get(array);
            }
        }
    }
}
