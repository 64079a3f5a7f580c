package io.chainrule.service.job.repetition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a request was answered.
///
/// @param headers those that matter to the client
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out: nobody compares them
public record KeptAnswer(int status, Map<String, String> headers, byte[] body) {

    public KeptAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /// Whether nothing was created, so that the next try is a first one again.
    boolean isRefusal() {
        return status >= 400;
    }
}
