package io.chainrule.learning.dataset;

/// The order in which an epoch visits the examples, cut into batches; the last one may be shorter.
///
/// Every epoch starts from the ascending order, so that the state of the random stream before it is all that is needed
/// to have the same epochs again. Nothing is allocated after the first.
public final class Minibatches {

    /// Name of the random stream that shuffles.
    public static final String STREAM = "shuffle";

    private final int batchSize;
    private final boolean shuffle;
    private final RandomStream random;
    private final int[] order;

    public Minibatches(int examples, int batchSize, boolean shuffle, RandomStream random) {
        if (examples < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    examples + " examples in batches of " + batchSize + " were asked for: both must be at least 1");
        }
        this.batchSize = Math.min(batchSize, examples);
        this.shuffle = shuffle;
        this.random = random;
        this.order = new int[examples];
        ascend();
    }

    /// Draws the order of the next epoch.
    public void startEpoch() {
        if (shuffle) {
            ascend();
            random.shuffle(order);
        }
    }

    public int batches() {
        return (order.length - 1) / batchSize + 1;
    }

    /// Position in the order of a batch's first example.
    public int start(int batch) {
        return batch * batchSize;
    }

    public int size(int batch) {
        return Math.min(batchSize, order.length - start(batch));
    }

    /// Examples of each full batch.
    public int batchSize() {
        return batchSize;
    }

    /// This epoch's examples; a live array, not to be changed.
    public int[] order() {
        return order;
    }

    /// The random stream's state; between two epochs it determines all that follow.
    public byte[] state() {
        return random.state();
    }

    public void restore(byte[] state) {
        random.restore(state);
    }

    private void ascend() {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }
}
