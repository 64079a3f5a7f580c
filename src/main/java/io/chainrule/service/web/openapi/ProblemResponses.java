package io.chainrule.service.web.openapi;

import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/// Documents every problem that an operation may answer.
@Component
@Order(2)
class ProblemResponses implements OperationCustomizer {

    private static final String ERROR_ID = "5f94a2c4-3c85-4184-96e4-2265c6c0f8ea";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var byStatus = codes(operation, handler).stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, codes) -> operation.getResponses().addApiResponse("" + status, response(codes)));
        return operation;
    }

    private static Set<ProblemCode> codes(Operation operation, HandlerMethod handler) {
        var codes = ofAll(operation, handler);
        if (Secured.isSecured(handler)) {
            codes.addAll(List.of(ProblemCode.MISSING_API_KEY, ProblemCode.INVALID_API_KEY, ProblemCode.RATE_LIMITED));
        }
        return codes;
    }

    private static Set<ProblemCode> ofAll(Operation operation, HandlerMethod handler) {
        var codes = EnumSet.of(
                ProblemCode.MALFORMED_REQUEST,
                ProblemCode.INVALID_PARAMETER,
                ProblemCode.FORBIDDEN,
                ProblemCode.NOT_ACCEPTABLE,
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                ProblemCode.INTERNAL,
                ProblemCode.DATABASE_UNAVAILABLE,
                ProblemCode.SHUTTING_DOWN,
                ProblemCode.OVERLOADED);
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(
                    ProblemCode.MALFORMED_JSON,
                    ProblemCode.REQUEST_TIMEOUT,
                    ProblemCode.BODY_TOO_LARGE,
                    ProblemCode.INVALID_SPEC,
                    ProblemCode.BUDGET_EXCEEDED));
        }
        if (has(handler, PathVariable.class)) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (has(handler, Query.class) && parameters(operation).contains("pageToken")) {
            codes.add(ProblemCode.INVALID_PAGE_TOKEN);
        }
        if (Secured.isWriting(handler)) {
            codes.add(ProblemCode.STORAGE_FULL);
        }
        if (RepetitionHeaders.isCreating(handler)) {
            codes.addAll(List.of(
                    ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    ProblemCode.QUOTA_EXCEEDED));
        }
        var more = handler.getMethodAnnotation(Refuses.class);
        if (more != null) {
            codes.addAll(List.of(more.value()));
        }
        return codes;
    }

    private static boolean has(HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static List<String> parameters(Operation operation) {
        return operation.getParameters() == null
                ? List.of()
                : operation.getParameters().stream()
                        .map(io.swagger.v3.oas.models.parameters.Parameter::getName)
                        .toList();
    }

    private static ApiResponse response(List<ProblemCode> codes) {
        var description = codes.stream()
                .map(code -> "`" + code.code() + "`: " + code.title())
                .collect(Collectors.joining("; "));
        var problem = new MediaType().schema(TypeSchemas.reference("Problem"));
        codes.forEach(code -> problem.addExamples(code.code(), example(code)));
        var answer = new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem));
        if (codes.stream().anyMatch(ProblemCode::isTransient)) {
            Headers.give(
                    answer,
                    HttpHeaders.RETRY_AFTER,
                    "Seconds until the same request may succeed",
                    TypeSchemas.of("integer"));
        }
        if (codes.contains(ProblemCode.RATE_LIMITED)) {
            Headers.give(
                    answer,
                    "RateLimit-Policy",
                    "With keys, on every answer: requests (q) that fill a window of seconds (w), as in \"requests\";q=1000;w=10",
                    TypeSchemas.of("string"));
            Headers.give(
                    answer,
                    "RateLimit",
                    "With keys, on every answer: requests that may still come at once (r), and the seconds until all may"
                            + " again (t), as in \"requests\";r=12;t=10",
                    TypeSchemas.of("string"));
        }
        if (codes.contains(ProblemCode.MISSING_API_KEY)) {
            Headers.give(
                    answer, HttpHeaders.WWW_AUTHENTICATE, "How to bring a key: `Bearer`", TypeSchemas.of("string"));
        }
        return answer;
    }

    private static Example example(ProblemCode code) {
        var members = Problem.of(code, code.meaning()).members();
        members.put("errorId", ERROR_ID);
        return new Example().summary(code.title()).value(members);
    }
}
