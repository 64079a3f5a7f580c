package io.chainrule.service.web.request;

import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// What holds for every request to a controller: no query parameter that nobody reads, and a body
/// that is neither compressed nor written in anything but UTF-8.
public final class RequestRules implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        requirePlainBody(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        requireUtf8(request.getContentType());
        if (request.getQueryString() != null && handler instanceof HandlerMethod method && !takesQuery(method)) {
            var parameters = QueryString.parse(request.getQueryString()).keySet();
            if (!parameters.isEmpty()) {
                throw RefusedException.parameters(parameters.stream()
                        .map(name -> Fault.of(name, "Parameter \"" + name + "\" is not known here; none is"))
                        .toList());
            }
        }
        return true;
    }

    private static boolean takesQuery(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(Query.class));
    }

    private static void requirePlainBody(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new RefusedException(
                    Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body is encoded as " + encoding)
                            .withFix("Send the body as it is, without Content-Encoding"));
        }
    }

    /// JSON is always UTF-8, and CSV that says otherwise would be misread.
    private static void requireUtf8(@Nullable String contentType) {
        var charset = contentType == null ? null : mediaType(contentType).getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new RefusedException(
                    Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body is written in " + charset.name())
                            .withFix("Send the body in UTF-8"));
        }
    }

    private static MediaType mediaType(String contentType) {
        try {
            return MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException unreadable) {
            throw new RefusedException(
                    Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "\"" + contentType + "\" is no media type")
                            .withFix("Send a Content-Type such as application/json, or none if there is no body"));
        }
    }
}
