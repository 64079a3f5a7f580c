package io.chainrule.service.job.repetition;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets a request be sent again without doing its work twice: whoever comes with a key that has an answer gets that
/// one. The key, the answer and all that the work stores are committed in one transaction, or none of them is.
@Service
public class FirstAnswers {

    private final KeptAnswers store;
    private final AnswerRetention retention;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /// What this process works on, so that others need not wait for its transaction to be refused.
    private final Set<String> inProgress = ConcurrentHashMap.newKeySet();

    FirstAnswers(KeptAnswers store, AnswerRetention retention, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The answer to a request, and whether it was given before.
    public record Reply(KeptAnswer answer, boolean isReplayed) {}

    /// Answers what was answered first, or does the work and keeps its answer, unless it refuses.
    ///
    /// @param owner whose key it is
    /// @param request a digest of what is asked
    /// @param work whose writes belong to the transaction; answers 400 or more if it has done nothing
    /// @throws KeyInProgressException if the first request is not answered yet
    /// @throws KeyReusedException if another request came with the key
    public Reply reply(String owner, String key, String request, Supplier<KeptAnswer> work) {
        var id = new Digest().add(owner).add(key).hex();
        if (!inProgress.add(id)) {
            throw new KeyInProgressException(key);
        }
        try {
            return kept(id, key, request).orElseGet(() -> first(id, key, request, work));
        } finally {
            inProgress.remove(id);
        }
    }

    private Optional<Reply> kept(String id, String key, String request) {
        return store.find(id).filter(entry -> !entry.since().isBefore(oldest())).map(entry -> {
            if (!entry.request().equals(request)) {
                throw new KeyReusedException(key);
            }
            return new Reply(entry.answer(), true);
        });
    }

    /// Another process may be faster; its answer is there as soon as its key is in the way.
    private Reply first(String id, String key, String request, Supplier<KeptAnswer> work) {
        try {
            return new Reply(
                    Objects.requireNonNull(transaction.execute(status -> answered(id, key, request, work, status))),
                    false);
        } catch (KeyInProgressException anotherProcess) {
            return kept(id, key, request).orElseThrow(() -> anotherProcess);
        }
    }

    private KeptAnswer answered(
            String id, String key, String request, Supplier<KeptAnswer> work, TransactionStatus status) {
        take(id, key, request);
        var answer = work.get();
        if (answer.isRefusal()) {
            status.setRollbackOnly();
        } else {
            store.keep(id, answer);
        }
        return answer;
    }

    private void take(String id, String key, String request) {
        try {
            store.deleteOld(id, oldest());
            store.take(id, request, clock.instant());
        } catch (DuplicateKeyException | TransientDataAccessException taken) {
            throw new KeyInProgressException(key);
        }
    }

    /// Deletes answers that have been kept long enough.
    ///
    /// @return how many there were
    public int forgetOld() {
        return store.deleteAllOld(oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(retention.answers());
    }
}
