package io.chainrule.service.web.request;

import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// What holds for every request to a controller: no query parameter that nobody reads, and no compressed body.
public final class RequestRules implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        requirePlainBody(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        if (handler instanceof HandlerMethod method && !takesQuery(method)) {
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
}
