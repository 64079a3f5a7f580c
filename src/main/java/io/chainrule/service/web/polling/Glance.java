package io.chainrule.service.web.polling;

import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// How something stands that changes while jobs train.
///
/// @param events how many things have happened to the jobs
/// @param isFinal whether nothing more will
/// @param answer made only if it is needed
public record Glance(long events, boolean isFinal, Form answer) {

    /// Makes an answer.
    @FunctionalInterface
    public interface Form {
        ResponseEntity<?> make() throws HttpMediaTypeNotAcceptableException;
    }
}
