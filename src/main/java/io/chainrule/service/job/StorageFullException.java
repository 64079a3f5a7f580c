package io.chainrule.service.job;

/// Nothing more can be kept until something is deleted or the disk grows.
public final class StorageFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageFullException(String message) {
        super(message);
    }
}
