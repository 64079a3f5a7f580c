package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/// Documents which operations need a key where keys are configured; where none are, nobody needs one.
@Component
@Order(3)
class Secured implements OperationCustomizer {

    static final String SCHEME = "apiKey";

    static SecurityScheme scheme() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key of this service. Leave it out where the service has no keys.");
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return isSecured(handler)
                ? operation.security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(SCHEME)))
                : operation;
    }

    /// Whether it is no explanation of a problem, which is open to everybody.
    static boolean isSecured(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class);
        return !startsWithProblems(mapping) && !startsWithProblems(all);
    }

    /// Whether something is stored, changed or deleted.
    static boolean isWriting(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return RepetitionHeaders.isCreating(handler)
                || (mapping != null
                        && (List.of(mapping.method()).contains(RequestMethod.DELETE)
                                || Arrays.stream(mapping.path()).anyMatch(Secured::isChange)));
    }

    private static boolean isChange(String path) {
        return path.endsWith("/cancel") || path.endsWith("/pause") || path.endsWith("/resume");
    }

    private static boolean startsWithProblems(@Nullable RequestMapping mapping) {
        return mapping != null && mapping.path().length > 0 && mapping.path()[0].startsWith("/problems");
    }
}
