package io.chainrule.service.limits;

/// What one request can be made to hold at the utmost, whatever the settings. All of it is in memory at the same time,
/// and counted with 32 bits.
public final class Bearable {

    public static final int BATCH_ROWS = 1_000_000;
    public static final int POINT_NAMES = 100_000;
    public static final int SUBMISSIONS = 10_000;
    public static final int EXPRESSIONS = 10_000;
    public static final int PREDICTION_ROWS = 1_000_000;
    public static final int PAGE_ITEMS = 1_000;
    public static final int PAGE_EXAMPLES = 200_000;

    /// Made in one transaction.
    public static final int EXPERIMENT_JOBS = 1_000;

    /// As many curves as colours tell apart.
    public static final int COMPARED_JOBS = 6;

    /// An image of so many pixels a side takes 64 MB.
    public static final int PICTURE_PIXELS = 4_000;

    private Bearable() {}
}
