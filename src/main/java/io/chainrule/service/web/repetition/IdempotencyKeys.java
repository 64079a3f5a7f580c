package io.chainrule.service.web.repetition;

import io.chainrule.service.access.Caller;
import io.chainrule.service.job.repetition.FirstAnswers;
import io.chainrule.service.job.repetition.KeptAnswer;
import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.RefusedException;
import io.chainrule.service.web.request.LimitedBodies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Lets clients send again what creates something, if they are not sure that it has arrived: with an `Idempotency-Key`
/// all that the request stores is committed together with its answer, which is answered to the same request ever after.
/// A refused request leaves no key behind.
@Component
@Order(LimitedBodies.ORDER + 1)
public class IdempotencyKeys extends OncePerRequestFilter {

    public static final String KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern WELL_FORMED = Pattern.compile("[ -~]{1,255}");
    private static final List<PathPattern> CREATING = Stream.of("/v1/datasets", "/v1/training-jobs", "/v1/experiments")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final FirstAnswers answers;
    private final HandlerExceptionResolver problems;

    IdempotencyKeys(
            FirstAnswers answers, @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.problems = problems;
    }

    /// Whether a POST to this path creates something.
    public static boolean isCreating(String path) {
        var parsed = PathContainer.parsePath(path);
        return CREATING.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !"POST".equals(request.getMethod())
                || !isCreating(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            var key = key(request);
            var whole = WholeRequest.read(request).orElse(null);
            if (whole == null) {
                chain.doFilter(request, buffered);
            } else {
                answer(key, whole, buffered, chain);
            }
        } catch (RuntimeException | IOException refused) {
            refuse(request, response, refused);
            return;
        }
        buffered.copyBodyToResponse();
    }

    private void answer(String key, WholeRequest whole, ContentCachingResponseWrapper response, FilterChain chain)
            throws IOException {
        var reply = answers.reply(
                Caller.current().owner(), key, whole.digest(), () -> firstAnswer(whole.request(), response, chain));
        if (reply.isReplayed()) {
            var first = reply.answer();
            response.setStatus(first.status());
            first.headers().forEach(response::setHeader);
            response.setHeader(REPLAYED, "true");
            response.getOutputStream().write(first.body());
        }
    }

    private static KeptAnswer firstAnswer(
            HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException broken) {
            throw new IllegalStateException("The request could not be completed", broken);
        }
        return new KeptAnswer(response.getStatus(), headers(response), response.getContentAsByteArray());
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        var headers = new LinkedHashMap<String, String>();
        put(headers, HttpHeaders.CONTENT_TYPE, response.getContentType());
        put(headers, HttpHeaders.LOCATION, response.getHeader(HttpHeaders.LOCATION));
        put(headers, HttpHeaders.RETRY_AFTER, response.getHeader(HttpHeaders.RETRY_AFTER));
        return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    /// What was to be created may have set headers before its transaction came to nothing.
    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception refused) {
        response.setHeader(HttpHeaders.LOCATION, null);
        response.setHeader(HttpHeaders.RETRY_AFTER, null);
        problems.resolveException(request, response, null, refused);
    }

    private static String key(HttpServletRequest request) {
        var keys = Collections.list(request.getHeaders(KEY));
        if (keys.size() != 1 || !WELL_FORMED.matcher(keys.getFirst()).matches()) {
            throw RefusedException.parameters(List.of(
                    Fault.of(KEY, "The header " + KEY + " has 1 to 255 printable ASCII characters, and occurs once")));
        }
        return keys.getFirst();
    }
}
