package io.chainrule.service.web.openapi;

import io.chainrule.learning.specification.Settings;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/// Documents the components of a [Query] record as query parameters.
@Component
@Order(1)
class QueryParameters implements OperationCustomizer {

    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(Query.class);
    }

    private final Bounds bounds;

    QueryParameters(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean goesWithEveryBody = !readsText(handler);
        Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(Query.class))
                .flatMap(parameter -> Settings.of(parameter.getParameterType()).stream())
                .forEach(setting -> document(setting, operation, goesWithEveryBody));
        return operation;
    }

    /// Whether another method reads the same as JSON, and knows none of the parameters.
    private static boolean readsText(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.consumes()).contains("text/csv");
    }

    private void document(
            io.chainrule.learning.specification.Parameter setting, Operation operation, boolean goesWithEveryBody) {
        if (setting.rawType() == Map.class) {
            operation.setDescription(operation.getDescription() + "\n\nAlso takes `" + setting.name() + ".<name>`: "
                    + setting.help() + ".");
            return;
        }
        var schema = inline(setting);
        schema.setDescription(null);
        if (!goesWithEveryBody) {
            schema.setDefault(null); // forms fill defaults in, and send them with any body
        }
        schema.setDefaultSetFlag(schema.getDefault() != null);
        var parameter = new Parameter()
                .in("query")
                .name(setting.name())
                .description(setting.help())
                .required(setting.isRequired())
                .schema(schema);
        if (setting.isRequired()) {
            parameter.setExample(schema.getExamples().getFirst());
        }
        operation.addParametersItem(setting.rawType() == List.class ? parameter.explode(false) : parameter);
    }

    /// Nothing that a query holds is large enough to be a component.
    private Schema<?> inline(io.chainrule.learning.specification.Parameter setting) {
        var components = new HashMap<String, Schema<?>>();
        Schema<?> schema = SettingSchema.of(setting, new Schemas(components::put, bounds.maxima()));
        if (schema.get$ref() == null) {
            return schema;
        }
        var definition = components.values().iterator().next();
        definition.setDefault(schema.getDefault());
        return definition;
    }
}
