package io.chainrule.service.web.openapi;

import io.chainrule.service.web.answer.Format;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Documents the forms that an operation answers beside JSON.
@Component
@Order(4)
class AnswerForms implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var forms = handler.getMethodAnnotation(AlsoAs.class);
        if (forms != null) {
            var content =
                    Objects.requireNonNull(operation.getResponses().get("200")).getContent();
            for (var format : forms.value()) {
                content.addMediaType(format.mediaTypeName(), new MediaType().schema(schema(format)));
            }
        }
        return operation;
    }

    private static Schema<Object> schema(Format format) {
        return format == Format.PNG ? TypeSchemas.of("string", "binary") : TypeSchemas.of("string");
    }
}
