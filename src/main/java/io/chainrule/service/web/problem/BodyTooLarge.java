package io.chainrule.service.web.problem;

/// A body beyond the limit of its address.
public final class BodyTooLarge {

    private BodyTooLarge() {}

    public static RefusedException beyond(long limitBytes) {
        return new RefusedException(problem(limitBytes));
    }

    static Problem problem(long limitBytes) {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "A body may have at most %,d bytes here".formatted(limitBytes))
                .with("limitBytes", limitBytes);
    }
}
