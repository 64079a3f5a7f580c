package io.chainrule.service.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the holder of a key may do.
public enum Role {
    /// Everything, with what is his own.
    USER,
    /// Everything, with what is anybody's; and what the operation of the service needs.
    OPERATOR,
    /// Look, and compute what is not kept.
    READ_ONLY;

    /// As it is written in settings and told to users.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
