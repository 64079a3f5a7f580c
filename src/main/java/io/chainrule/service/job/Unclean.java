package io.chainrule.service.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Attempts that this process had to leave as they were, because the database was away. They were not deadly.
@Component
class Unclean {

    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    void left(String job, int attempt) {
        attempts.put(job, attempt);
    }

    /// Whether this was one of them; it is forgotten then.
    boolean wasLeft(String job, int attempt) {
        return attempts.remove(job, attempt);
    }
}
