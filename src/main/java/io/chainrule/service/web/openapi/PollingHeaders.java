package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/// Documents entity tags, and answers that wait for news.
@Component
@Order(5)
class PollingHeaders implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var answer = operation.getResponses().get("200");
        if (handler.hasMethodAnnotation(GetMapping.class) && !isStream(answer)) {
            Headers.take(
                    operation,
                    HttpHeaders.IF_NONE_MATCH,
                    "The ETag of an answer that is known already",
                    TypeSchemas.of("string"));
            Headers.give(answer, HttpHeaders.ETAG, "Changes with every byte of the answer", TypeSchemas.of("string"));
            operation.getResponses().addApiResponse("304", known());
        }
        if (handler.hasMethodAnnotation(Waits.class)) {
            Headers.take(
                    operation,
                    "Prefer",
                    "`wait=20` holds the answer until something has happened, for at most 20 seconds; 60 at most. With"
                            + " If-None-Match an answer that is not known comes at once",
                    TypeSchemas.of("string"));
            Headers.give(answer, "Preference-Applied", "`wait=20`, if so asked", TypeSchemas.of("string"));
        }
        return operation;
    }

    private static ApiResponse known() {
        var known = new ApiResponse().description("Nothing has changed since the answer of this ETag");
        Headers.give(known, HttpHeaders.ETAG, "The same as in If-None-Match", TypeSchemas.of("string"));
        return known;
    }

    private static boolean isStream(@Nullable ApiResponse answer) {
        return answer != null
                && answer.getContent() != null
                && answer.getContent().containsKey(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
