package io.chainrule.service.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLTransientConnectionException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/// What the web framework and the database connection refuse.
final class FrameworkProblems {

    private FrameworkProblems() {}

    static Optional<Problem> of(Throwable thrown, HttpServletRequest request) {
        return Optional.ofNullable(
                switch (thrown) {
                    case HttpRequestMethodNotSupportedException wrong ->
                        Problem.of(
                                ProblemCode.METHOD_NOT_ALLOWED,
                                request.getRequestURI() + " does not know the method " + wrong.getMethod());
                    case HttpMediaTypeNotSupportedException wrong -> mediaType(wrong);
                    case HttpMediaTypeNotAcceptableException wrong ->
                        Problem.of(
                                ProblemCode.NOT_ACCEPTABLE,
                                "This can be answered as " + list(wrong.getSupportedMediaTypes()));
                    case HttpMessageNotReadableException _ ->
                        Problem.of(ProblemCode.MALFORMED_JSON, "The body is empty; expected a JSON object");
                    case MissingServletRequestPartException missing ->
                        Problem.of(
                                ProblemCode.INVALID_SPEC,
                                "The form lacks its part \"" + missing.getRequestPartName() + "\"");
                    case MaxUploadSizeExceededException _ -> BodyTooLarge.problem(request);
                    case MultipartException _ ->
                        Problem.of(ProblemCode.MALFORMED_REQUEST, "The multipart body cannot be read")
                                .withFix("Let an HTTP library put the form together: its boundary must fit the header");
                    case DataAccessResourceFailureException _,
                            TransientDataAccessException _,
                            CannotCreateTransactionException _,
                            TransactionSystemException _,
                            SQLTransientConnectionException _ ->
                        Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "The database does not answer");
                    case OutOfMemoryError _ ->
                        Problem.of(ProblemCode.OVERLOADED, "There is not enough memory for this at the moment");
                    case ErrorResponse response ->
                        ofStatus(response.getStatusCode().value(), request.getRequestURI());
                    default -> null;
                });
    }

    private static Problem mediaType(HttpMediaTypeNotSupportedException wrong) {
        var came = wrong.getContentType() == null
                ? "The body has no valid Content-Type"
                : "The body came as " + wrong.getContentType();
        var problem = Problem.of(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE, came + "; expected " + list(wrong.getSupportedMediaTypes()));
        return wrong.getSupportedMediaTypes().stream()
                .min(Comparator.comparing(type -> !type.equals(MediaType.APPLICATION_JSON)))
                .map(type -> problem.withFix("Send the header: Content-Type: " + type))
                .orElse(problem);
    }

    /// The problem of a status that came without an exception of ours.
    static Problem ofStatus(int status, String path) {
        return switch (status) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at " + path);
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, path + " does not know this method");
            case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "There is no such representation of " + path);
            case 408 -> BrokenBody.late();
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "The body is too large");
            case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported");
            case 503 -> Problem.of(ProblemCode.SHUTTING_DOWN, "The service takes no requests at the moment");
            case 500, 502, 504 -> Problem.of(ProblemCode.INTERNAL, "The request could not be completed");
            default ->
                Problem.of(ProblemCode.MALFORMED_REQUEST, "The request cannot be understood")
                        .withStatus(status);
        };
    }

    private static String name(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static String list(Collection<MediaType> types) {
        return types.isEmpty()
                ? "nothing else"
                : types.stream().map(FrameworkProblems::name).distinct().collect(Collectors.joining(", "));
    }
}
