package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// Gives every body the examples from the folder `openapi/<operationId>`: one file each, named after what it shows,
/// `1-two-variables.json` for example.
@Component
@Order(3)
class RequestExamples implements OperationCustomizer {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().setRequired(true);
            operation.getRequestBody().getContent().forEach((mediaType, content) -> {
                var extension = mediaType.substring(mediaType.indexOf('/') + 1);
                files(operation.getOperationId(), extension).forEach(file -> add(file, content));
            });
        }
        return operation;
    }

    private static List<Resource> files(String operationId, String extension) {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:openapi/" + operationId + "/*." + extension);
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(RequestExamples::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(Resource file, MediaType content) {
        try {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            var title = name(file)
                    .replaceFirst("^[0-9]+-", "")
                    .replaceFirst("\\.[a-z]+$", "")
                    .replace('-', ' ');
            Object value = name(file).endsWith(".json") ? JSON.readValue(text, Object.class) : text;
            content.addExamples(title, new Example().summary(title).value(value));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }
}
