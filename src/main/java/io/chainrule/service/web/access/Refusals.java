package io.chainrule.service.web.access;

import io.chainrule.service.access.Caller;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;

/// What a request is told that comes without a key, or with one that does not do.
final class Refusals {

    private Refusals() {}

    static RefusedException noKey(HttpServletRequest request) {
        return new RefusedException(
                BearerKey.isSent(request)
                        ? Problem.of(
                                ProblemCode.INVALID_API_KEY,
                                BearerKey.of(request) == null
                                        ? "The Authorization header does not have the form: Bearer <key>"
                                        : "This service does not know the key")
                        : Problem.of(
                                ProblemCode.MISSING_API_KEY, request.getRequestURI() + " is answered only with a key"));
    }

    static RefusedException notAllowed(HttpServletRequest request) {
        return new RefusedException(Problem.of(
                        ProblemCode.FORBIDDEN,
                        "The role of this key does not allow " + request.getMethod() + " " + request.getRequestURI())
                .withFix("Use a key with the role user; or operator, for what the operation of the service needs"));
    }

    static RefusedException tooMany(Caller.Holder holder) {
        return new RefusedException(Problem.of(
                ProblemCode.RATE_LIMITED,
                "The keys of " + holder.owner() + " have sent too many requests in a short time"));
    }

    static RefusedException ambiguousAddress(HttpServletRequest request) {
        return new RefusedException(Problem.of(
                        ProblemCode.MALFORMED_REQUEST,
                        "The address " + request.getRequestURI() + " has a part that servers may read differently")
                .withFix("Leave out \"\\\" and percent-encoded \"/\", \"%\", \".\" and control characters"));
    }
}
