package io.chainrule.service.web.openapi;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.json.WrittenAs;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An object with one property a component. What a client sends is known by its settings and takes no other property;
/// what it receives may grow.
final class RecordSchema {

    private RecordSchema() {}

    static Schema<Object> of(Class<?> type, Schemas schemas) {
        var object = TypeSchemas.of("object");
        var choice = type.getAnnotation(Choice.class);
        if (choice != null) {
            object.setDescription(choice.help());
            object.addProperty(Schemas.TYPE, TypeSchemas.constant(wireName(type)));
            object.addRequiredItem(Schemas.TYPE);
        }
        if (isSpecification(type)) {
            specify(object, type, schemas);
        } else {
            view(object, type, schemas);
        }
        return object;
    }

    private static boolean isSpecification(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .allMatch(component -> component.isAnnotationPresent(Setting.class));
    }

    private static void specify(Schema<Object> object, Class<?> type, Schemas schemas) {
        var components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            var parameter = Settings.of(type).get(i);
            object.addProperty(parameter.name(), setting(parameter, components[i], schemas));
            if (parameter.isRequired()) {
                object.addRequiredItem(parameter.name());
            }
        }
        object.setAdditionalProperties(false);
    }

    private static Schema<Object> setting(Parameter parameter, RecordComponent component, Schemas schemas) {
        var written = component.getAnnotation(WrittenAs.class);
        return written == null ? SettingSchema.of(parameter, schemas) : schemas.of(written.value());
    }

    private static void view(Schema<Object> object, Class<?> type, Schemas schemas) {
        for (var component : type.getRecordComponents()) {
            object.addProperty(component.getName(), property(component, schemas));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                object.addRequiredItem(component.getName());
            }
        }
    }

    private static Schema<Object> property(RecordComponent component, Schemas schemas) {
        var written = component.getAnnotation(WrittenAs.class);
        var schema = schemas.of(written == null ? component.getGenericType() : written.value());
        var description = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (description != null && !description.description().isEmpty()) {
            schema.setDescription(description.description());
        }
        return schema;
    }

    private static String wireName(Class<?> record) {
        return Arrays.stream(record.getInterfaces())
                .filter(Class::isSealed)
                .flatMap(family -> Settings.choices(family).stream())
                .filter(choice -> choice.meaning() == record)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
