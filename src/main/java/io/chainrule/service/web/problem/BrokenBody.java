package io.chainrule.service.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;

/// A request that did not come to its end, because its client was too slow, has gone, or sent something that is no
/// body. Tomcat also tells in this way of a client that goes while it is answered.
final class BrokenBody {

    private BrokenBody() {}

    /// Whatever those who wanted to read it have made of it: some readers of forms take a broken body for the end.
    static Optional<Problem> behind(Throwable thrown, HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException broken) {
            return Optional.of(problem(broken));
        }
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRequestException) {
                return Optional.of(problem(cause.getCause()));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(@Nullable Throwable reason) {
        return reason instanceof SocketTimeoutException ? late() : cutOff();
    }

    static Problem late() {
        return Problem.of(ProblemCode.REQUEST_TIMEOUT, "The rest of the request did not arrive in time");
    }

    private static Problem cutOff() {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body ends before its end, or its chunks cannot be read")
                .withFix("Send as many bytes as Content-Length says, and let an HTTP library make the chunks");
    }
}
