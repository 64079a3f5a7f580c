package io.chainrule.service.web.openapi;

import io.chainrule.service.json.Bounds;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands our own types to [Schemas], and leaves all others to the library.
@Component
class RecordSchemas implements ModelConverter {

    private final Bounds bounds;

    RecordSchemas(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> others) {
        var type = Json31.mapper().constructType(annotated.getType()).getRawClass();
        if (type.getName().startsWith("io.chainrule.")) {
            return new Schemas(context::defineModel, bounds.maxima()).of(type);
        }
        return others.hasNext() ? others.next().resolve(annotated, context, others) : null;
    }
}
