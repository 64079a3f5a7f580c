package io.chainrule.service.job;

/// An attempt to delete what is bundled.
public final class SampleProtectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SampleProtectedException(String id) {
        super("\"" + id + "\" is a sample, and samples cannot be deleted");
    }
}
