package io.chainrule.service.job.repetition;

import java.time.Instant;
import java.util.Optional;

/// Where first answers are kept. All but [#find] belong into the transaction of the request that is answered, so that
/// what is kept and what was created are there together, or neither.
public interface KeptAnswers {

    /// An entry, if its request has been answered.
    Optional<Entry> find(String id);

    /// Takes an id, which nobody else can have until the transaction ends.
    ///
    /// @param request a digest of what was asked
    /// @throws org.springframework.dao.DataAccessException if somebody else has it
    void take(String id, String request, Instant now);

    /// Keeps the answer to a request whose id was taken.
    void keep(String id, KeptAnswer answer);

    /// Deletes an entry if it was made before a time.
    void deleteOld(String id, Instant before);

    /// Deletes all entries that were made before a time.
    ///
    /// @return how many there were
    int deleteAllOld(Instant before);

    /// An answer and what it answers.
    ///
    /// @param request a digest of what was asked
    record Entry(String request, Instant since, KeptAnswer answer) {}
}
