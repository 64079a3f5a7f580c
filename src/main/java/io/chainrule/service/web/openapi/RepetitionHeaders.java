package io.chainrule.service.web.openapi;

import io.chainrule.service.web.repetition.IdempotencyKeys;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/// Documents what is created: where it is, when to look at it, and how to send the request again.
@Component
@Order(1)
class RepetitionHeaders implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.getResponses().forEach(RepetitionHeaders::addPlace);
        if (isCreating(handler)) {
            var key = TypeSchemas.of("string");
            key.setMinLength(1);
            key.setMaxLength(255);
            key.setPattern("^[ -~]+$");
            Headers.take(
                    operation,
                    IdempotencyKeys.KEY,
                    "Any text that no other request has. The same request with the same key creates nothing more within"
                            + " 24 hours and gets the first answer again",
                    key);
            operation.getResponses().forEach(RepetitionHeaders::addReplayed);
        }
        return operation;
    }

    static boolean isCreating(HandlerMethod handler) {
        var mapping = handler.getMethodAnnotation(PostMapping.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class);
        return mapping != null
                && mapping.path().length == 0
                && all != null
                && all.path().length == 1
                && IdempotencyKeys.isCreating(all.path()[0]);
    }

    private static void addPlace(String status, ApiResponse answer) {
        if (status.equals("201") || status.equals("202")) {
            Headers.give(answer, HttpHeaders.LOCATION, "Its address", TypeSchemas.of("string"));
        }
        if (status.equals("202")) {
            Headers.give(
                    answer,
                    HttpHeaders.RETRY_AFTER,
                    "Seconds until it is worth to look at it",
                    TypeSchemas.of("integer"));
        }
    }

    private static void addReplayed(String status, ApiResponse answer) {
        if (status.startsWith("2")) {
            Headers.give(
                    answer,
                    IdempotencyKeys.REPLAYED,
                    "`true` if the request had been answered before",
                    TypeSchemas.of("string"));
        }
    }
}
