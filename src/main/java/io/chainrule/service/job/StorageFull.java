package io.chainrule.service.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/// How databases say that their disk is full.
public final class StorageFull {

    /// `disk_full` of PostgreSQL.
    private static final String DISK_FULL = "53100";

    private StorageFull() {}

    /// Whether that is behind a failure, or what a transaction failed of that could not even be rolled back: H2 passes
    /// on what the system says of its file.
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause -> switch (cause) {
            case StorageFullException _ -> true;
            case TransactionSystemException end ->
                end.getApplicationException() != null && isBehind(end.getApplicationException());
            case SQLException answer -> DISK_FULL.equals(answer.getSQLState());
            case IOException file -> isSaidBy(Objects.requireNonNullElse(file.getMessage(), ""));
            default -> false;
        });
    }

    private static boolean isSaidBy(String message) {
        var said = message.toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota exceeded") || said.contains("not enough space");
    }
}
