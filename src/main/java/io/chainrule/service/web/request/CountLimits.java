package io.chainrule.service.web.request;

/// How many of something one request may bring or ask for. A limit of what is made, a dataset or an expression for
/// example, stands with that.
public final class CountLimits {

    public static final int BATCH_ROWS = 100_000;
    public static final int PREDICTION_ROWS = 10_000;
    public static final int POINT_NAMES = 1_000;
    public static final int SUBMISSIONS = 100;
    public static final int COMPARED_JOBS = 6;
    public static final int PAGE_ITEMS = 200;
    public static final int PAGE_EXAMPLES = 10_000;
    public static final int PICTURE_PIXELS = 2_000;

    private CountLimits() {}
}
