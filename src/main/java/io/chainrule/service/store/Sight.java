package io.chainrule.service.store;

import io.chainrule.service.access.Caller;
import io.chainrule.service.job.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the current caller may know of all that is stored: everything, or what is his own, and samples. Of all else
/// there is no trace for him. Every query of what belongs to somebody has this condition.
///
/// @param owner whose things these are; null if everything may be known
record Sight(@Nullable String owner) {

    /// That of whoever is bound.
    ///
    /// @throws IllegalStateException if nobody says on whose behalf he asks
    static Sight current() {
        var caller = Caller.current();
        return new Sight(caller.seesAll() ? null : caller.owner());
    }

    /// Over the rows of a table with the columns `id` and `owner`.
    String condition(String table) {
        return owner == null ? "1 = 1" : "(%1$s.owner = ? or %1$s.id like ?)".formatted(table);
    }

    /// Of the condition, in their order.
    List<Object> parameters() {
        return owner == null ? List.of() : List.of(owner, Identifiers.SAMPLE + "%");
    }

    /// Whether a job may be known, by those who ask for what belongs to it.
    static boolean coversJob(JdbcClient database, String job) {
        return current().owner == null
                || new Selection(database, JdbcTrainingJobStore.TABLE)
                        .whereAll("id = ?", job)
                        .exists();
    }
}
