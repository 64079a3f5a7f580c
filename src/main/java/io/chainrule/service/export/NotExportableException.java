package io.chainrule.service.export;

/// A model that does something for which the other runtime has no kernel.
public final class NotExportableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String fix;

    NotExportableException(String detail, String fix) {
        super(detail);
        this.fix = fix;
    }

    /// What to do instead.
    public String fix() {
        return fix;
    }
}
