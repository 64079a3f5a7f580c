package io.chainrule.learning.dataset;

import java.util.Arrays;

/// The rows to learn from and the rows to judge by, counted from 0, each in ascending order.
public final class Split {

    /// Name of the random stream that splits.
    public static final String STREAM = "split";

    private final int[] training;
    private final int[] validation;

    public Split(int[] training, int[] validation) {
        this.training = training.clone();
        this.validation = validation.clone();
    }

    /// All rows for training.
    public static Split none(int[] rows) {
        return new Split(rows, new int[0]);
    }

    public int[] training() {
        return training.clone();
    }

    public int[] validation() {
        return validation.clone();
    }

    /// Draws a share of the rows for validation, rounded half up, but never all nor none of them.
    ///
    /// Stratified, each class of a classification gives its share, rounded down; what is then lacking comes
    /// from the classes that lost most by rounding. A class keeps at least one row for training.
    public static Split of(Dataset dataset, int[] rows, double share, boolean stratified, RandomStream random) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("A share for validation is at least 0 and below 1 but this is " + share);
        }
        if (share == 0) {
            return none(rows);
        }
        if (rows.length < 2) {
            throw new IllegalArgumentException(rows.length + " rows cannot be split");
        }
        int wanted = Math.clamp((long) (share * rows.length + 0.5), 1, rows.length - 1);
        var groups = stratified && dataset.targetColumn() instanceof CategoryColumn labels
                ? byClass(labels, rows)
                : new int[][] {rows.clone()};
        var quotas = quotas(groups, share, wanted);
        var training = new int[rows.length - Arrays.stream(quotas).sum()];
        var validation = new int[rows.length - training.length];
        int trained = 0;
        int validated = 0;
        for (int group = 0; group < groups.length; group++) {
            random.shuffle(groups[group]);
            int quota = quotas[group];
            int kept = groups[group].length - quota;
            System.arraycopy(groups[group], 0, validation, validated, quota);
            System.arraycopy(groups[group], quota, training, trained, kept);
            validated += quota;
            trained += kept;
        }
        Arrays.sort(training);
        Arrays.sort(validation);
        return new Split(training, validation);
    }

    /// Rows of each class in ascending order.
    private static int[][] byClass(CategoryColumn labels, int[] rows) {
        var groups = new int[labels.categories().size()][];
        for (int label = 0; label < groups.length; label++) {
            int of = label;
            groups[label] =
                    Arrays.stream(rows).filter(row -> labels.code(row) == of).toArray();
        }
        return groups;
    }

    private static int[] quotas(int[][] groups, double share, int wanted) {
        var quotas = new int[groups.length];
        var lost = new double[groups.length];
        int lacking = wanted;
        for (int group = 0; group < groups.length; group++) {
            double exact = share * groups[group].length;
            quotas[group] = (int) exact;
            lost[group] = exact - quotas[group];
            lacking -= quotas[group];
        }
        for (; lacking > 0; lacking--) {
            int most = mostLost(groups, quotas, lost);
            if (most < 0) {
                break;
            }
            quotas[most]++;
            lost[most]--;
        }
        return quotas;
    }

    /// The first of those that lost most and can still give, or −1.
    private static int mostLost(int[][] groups, int[] quotas, double[] lost) {
        int most = -1;
        for (int group = 0; group < groups.length; group++) {
            if (quotas[group] < groups[group].length - 1 && (most < 0 || lost[group] > lost[most])) {
                most = group;
            }
        }
        return most;
    }
}
