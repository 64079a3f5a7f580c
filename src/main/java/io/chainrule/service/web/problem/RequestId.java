package io.chainrule.service.web.problem;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request is called in its answer and in the log.
public final class RequestId {

    /// Names it, in requests and answers.
    public static final String HEADER = "X-Request-Id";

    /// Nothing that could pretend to be something else in a log.
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,128}");

    private RequestId() {}

    /// The name that the client or a proxy has given it, or a new one if there is none that can be used.
    public static String of(@Nullable String header) {
        return header != null && WELL_FORMED.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }
}
