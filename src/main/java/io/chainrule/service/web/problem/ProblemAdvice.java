package io.chainrule.service.web.problem;

import io.chainrule.service.job.StorageFull;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// The one place where exceptions become problems. Only our own exceptions and those of the web framework blame the
/// request; anything else is a bug of the service, told without its cause and logged with it.
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        if (hasGone(thrown, request, response)) {
            LOG.debug("{} {}: the client has gone", request.getMethod(), request.getRequestURI(), thrown);
            return null;
        }
        var problem = problem(thrown, request);
        if (problem.status() >= 500) {
            log(problem, thrown, request);
        }
        return problem.answer(headers(thrown));
    }

    /// What is refused for want of room is a line, and no trace: there may be a crowd of it.
    private static void log(Problem problem, Throwable thrown, HttpServletRequest request) {
        if (problem.code() == ProblemCode.STORAGE_FULL || thrown instanceof RefusedException) {
            LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.detail());
        } else {
            LOG.error("{} {}, error id {}", request.getMethod(), request.getRequestURI(), problem.errorId(), thrown);
        }
    }

    /// Whether nobody would read an answer.
    private static boolean hasGone(Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        return thrown instanceof AsyncRequestNotUsableException
                || (response.isCommitted() && BrokenBody.behind(thrown, request).isPresent());
    }

    private static Problem problem(Throwable thrown, HttpServletRequest request) {
        if (StorageFull.isBehind(thrown)) {
            return storageFull(request);
        }
        return BrokenBody.behind(thrown, request)
                .or(() -> first(thrown, ProblemAdvice::ours))
                .or(() -> first(thrown, cause -> FrameworkProblems.of(cause, request)))
                .orElseGet(() -> Problem.of(ProblemCode.INTERNAL, "The request could not be completed"));
    }

    /// Of what was thrown, and what is behind it.
    private static Optional<Problem> first(Throwable thrown, Function<Throwable, Optional<Problem>> reading) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var problem = reading.apply(cause);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /// Somebody else's write may have closed the embedded database for a moment; whoever only reads comes back.
    private static Problem storageFull(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD")
                ? Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "The database does not answer")
                : Problem.of(ProblemCode.STORAGE_FULL, "The database has no space left to keep this");
    }

    /// Our own exceptions say more than those of the framework that they may be wrapped into.
    private static Optional<Problem> ours(Throwable thrown) {
        return thrown instanceof RefusedException refused ? Optional.of(refused.problem()) : ServiceProblems.of(thrown);
    }

    /// `Allow` for a wrong method, `Accept` for a wrong media type of the body, `Vary` for one of the answer.
    private static HttpHeaders headers(Throwable thrown) {
        if (thrown instanceof HttpMediaTypeNotAcceptableException) {
            var headers = new HttpHeaders();
            headers.setVary(List.of(HttpHeaders.ACCEPT));
            return headers;
        }
        return thrown instanceof ErrorResponse response ? response.getHeaders() : new HttpHeaders();
    }
}
