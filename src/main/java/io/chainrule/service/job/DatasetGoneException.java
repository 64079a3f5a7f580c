package io.chainrule.service.job;

/// What was asked needs a dataset that has been deleted.
public final class DatasetGoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String fix;

    private DatasetGoneException(String message, String fix) {
        super(message);
        this.fix = fix;
    }

    static DatasetGoneException ofModel(String model, String dataset) {
        return new DatasetGoneException(
                "Model \"" + model + "\" was trained on dataset \"" + dataset + "\", which has been deleted",
                "Name a dataset with ?dataset=; if the same data are uploaded again, ?split= works with it too");
    }

    static DatasetGoneException ofJob(String job, String dataset) {
        return new DatasetGoneException(
                "Job \"" + job + "\" split dataset \"" + dataset + "\", which has been deleted",
                "Upload the data again and post the job's spec with the new id: the split will be the same");
    }

    /// What to do instead.
    public String fix() {
        return fix;
    }
}
