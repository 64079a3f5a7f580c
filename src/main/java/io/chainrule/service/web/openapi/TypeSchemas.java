package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;

/// Schemas of OpenAPI 3.1 for simple things.
final class TypeSchemas {

    static final String COMPONENTS = "#/components/schemas/";

    private TypeSchemas() {}

    static Schema<Object> any() {
        return new Schema<>(SpecVersion.V31);
    }

    static Schema<Object> of(String type) {
        Schema<Object> schema = any();
        schema.addType(type);
        return schema;
    }

    static Schema<Object> of(String type, String format) {
        var schema = of(type);
        schema.setFormat(format);
        return schema;
    }

    static Schema<Object> reference(String name) {
        Schema<Object> schema = any();
        schema.set$ref(COMPONENTS + name);
        return schema;
    }

    static Schema<Object> constant(String value) {
        var schema = of("string");
        schema.setConst(value);
        return schema;
    }
}
