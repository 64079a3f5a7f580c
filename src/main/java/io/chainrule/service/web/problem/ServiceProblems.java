package io.chainrule.service.web.problem;

import io.chainrule.engine.expression.ExpressionException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the service's own exceptions say about a request.
final class ServiceProblems {

    private static final int MOST_TOLD = 3;

    private ServiceProblems() {}

    static Optional<Problem> of(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case ExpressionException wrong -> ExpressionProblems.of(wrong);
                    case InvalidSpecException invalid -> invalid(invalid.violations());
                    default -> null;
                });
    }

    private static Problem invalid(List<Violation> violations) {
        var detail = violations.stream().limit(MOST_TOLD).map(Violation::detail).collect(Collectors.joining("; "));
        var rest = violations.size() - MOST_TOLD;
        return Problem.of(ProblemCode.INVALID_SPEC, rest > 0 ? detail + "; and " + rest + " more" : detail)
                .withErrors(violations.stream().map(Fault::at).toList());
    }

    static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
