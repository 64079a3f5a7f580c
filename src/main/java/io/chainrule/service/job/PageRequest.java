package io.chainrule.service.job;

import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted.
///
/// @param token of the page before, null for the first one
public record PageRequest(int size, @Nullable String token) {

    public PageRequest {
        if (size < 1) {
            throw new IllegalArgumentException("A page has at least 1 item but " + size + " were wanted");
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }
}
