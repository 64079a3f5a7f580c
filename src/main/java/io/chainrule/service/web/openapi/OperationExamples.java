package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Shows what can be sent, from the folder `openapi/<operationId>`, and what comes back, from `<status>` below it.
@Component
@Order(3)
class OperationExamples implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            add(operation.getRequestBody().getContent(), operation.getOperationId());
        }
        operation
                .getResponses()
                .forEach((status, answer) -> add(answer.getContent(), operation.getOperationId() + "/" + status));
        return operation;
    }

    private static void add(@Nullable Content content, String folder) {
        if (content != null) {
            content.forEach(
                    (mediaType, shown) -> ExampleFiles.in(folder, mediaType).forEach(shown::addExamples));
        }
    }
}
