package io.chainrule.service.web.problem;

import jakarta.servlet.http.HttpServletRequest;

/// A body beyond the limit of its address.
public final class BodyTooLarge {

    /// The attribute of a request that holds the limit of its address.
    public static final String LIMIT = BodyTooLarge.class.getName() + ".limit";

    private BodyTooLarge() {}

    public static RefusedException beyond(long limitBytes) {
        return new RefusedException(problem(limitBytes));
    }

    /// When a form is too large: its parts are counted by the container, which does not tell its limit.
    static Problem problem(HttpServletRequest request) {
        return request.getAttribute(LIMIT) instanceof Long limit
                ? problem(limit)
                : Problem.of(ProblemCode.BODY_TOO_LARGE, "The form is too large");
    }

    private static Problem problem(long limitBytes) {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "A body may have at most %,d bytes here".formatted(limitBytes))
                .with("limitBytes", limitBytes);
    }
}
