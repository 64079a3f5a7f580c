package io.chainrule.service.web.openapi;

import io.chainrule.engine.expression.Expression;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.json.Numbers;
import io.chainrule.service.json.PerTarget;
import io.chainrule.service.web.problem.Problem;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Makes the schema of a Java type. Records, choices and constants become named components.
///
/// @param maxima of what may be asked for
record Schemas(BiConsumer<String, Schema<?>> components, Maxima maxima) {

    static final String TYPE = "type";
    static final String NON_FINITE = "NumberOrNonFinite";

    Schema<Object> of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
            case Class<?> plain -> plain(plain);
            default -> TypeSchemas.any();
        };
    }

    private Schema<Object> generic(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == PerTarget.class) {
            return either(of(arguments[0]), mapOf(arguments[0]));
        }
        if (Map.class.isAssignableFrom((Class<?>) type.getRawType())) {
            return mapOf(arguments[1]);
        }
        var list = TypeSchemas.of("array");
        list.setItems(of(arguments[0]));
        return list;
    }

    private Schema<Object> mapOf(Type values) {
        var map = TypeSchemas.of("object");
        map.setAdditionalProperties(of(values));
        return map;
    }

    private Schema<Object> plain(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return TypeSchemas.of("integer", "int32");
        }
        if (type == long.class || type == Long.class) {
            return TypeSchemas.of("integer", "int64");
        }
        if (type == double.class || type == Double.class) {
            return number();
        }
        if (type == boolean.class || type == Boolean.class) {
            return TypeSchemas.of("boolean");
        }
        if (type == String.class) {
            return TypeSchemas.of("string");
        }
        if (type == Instant.class) {
            return TypeSchemas.of("string", "date-time");
        }
        if (type == byte[].class) {
            return TypeSchemas.of("string", "binary");
        }
        if (type.isArray()) {
            var list = TypeSchemas.of("array");
            list.setItems(of(type.getComponentType()));
            return list;
        }
        if (type == JsonNode.class || type == Object.class) {
            return TypeSchemas.any();
        }
        if (type == Expression.class) {
            return TypeSchemas.reference(ExpressionSchema.NAME);
        }
        if (type == Numbers.class) {
            return numbers();
        }
        if (type == Target.class) {
            return target();
        }
        return named(type);
    }

    private Schema<Object> target() {
        var several = TypeSchemas.of("array");
        several.setItems(TypeSchemas.of("string"));
        several.setMinItems(2);
        several.setMaxItems((int) maxima.of(Target.LIMIT, Target.MOST));
        several.setUniqueItems(true);
        return either(TypeSchemas.of("string"), several);
    }

    private static Schema<Object> either(Schema<?> one, Schema<?> other) {
        Schema<Object> either = TypeSchemas.any();
        either.addAnyOfItem(one);
        either.addAnyOfItem(other);
        return either;
    }

    private Schema<Object> numbers() {
        var column = TypeSchemas.of("array");
        column.setItems(number());
        return either(number(), column);
    }

    /// A number, or one of the strings for those that JSON has no numbers for.
    private Schema<Object> number() {
        var strings = TypeSchemas.of("string");
        strings.setEnum(List.of("NaN", "Infinity", "-Infinity"));
        Schema<Object> either = TypeSchemas.any();
        either.addOneOfItem(TypeSchemas.of("number", "double"));
        either.addOneOfItem(strings);
        either.setDescription("A number, or a string for those that JSON has no number for");
        components.accept(NON_FINITE, either);
        return TypeSchemas.reference(NON_FINITE);
    }

    private Schema<Object> named(Class<?> type) {
        var name = type.getSimpleName();
        components.accept(name, definition(type));
        return TypeSchemas.reference(name);
    }

    private Schema<Object> definition(Class<?> type) {
        if (type == Problem.class) {
            return ProblemSchema.of(this);
        }
        if (type.isEnum()) {
            return constants(Settings.choices(type));
        }
        if (type.isRecord()) {
            return RecordSchema.of(type, this);
        }
        return union(type);
    }

    private static Schema<Object> constants(List<Alternative> choices) {
        var schema = TypeSchemas.of("string");
        schema.setEnum(choices.stream().<Object>map(Alternative::name).toList());
        schema.setDescription(choices.stream()
                .map(choice -> "`" + choice.name() + "`: " + choice.help())
                .collect(Collectors.joining("; ")));
        return schema;
    }

    private Schema<Object> union(Class<?> type) {
        var choices = Settings.choices(type);
        if (choices.stream().anyMatch(Alternative::bare)) {
            Schema<Object> either = TypeSchemas.any();
            choices.forEach(choice -> either.addAnyOfItem(alternative(choice)));
            return either;
        }
        Schema<Object> union = TypeSchemas.any();
        var discriminator = new Discriminator().propertyName(TYPE);
        for (var choice : choices) {
            var leaf = alternative(choice);
            union.addOneOfItem(leaf);
            discriminator.mapping(choice.name(), leaf.get$ref());
        }
        union.setDiscriminator(discriminator);
        return union;
    }

    private Schema<Object> alternative(Alternative choice) {
        var record = (Class<?>) choice.meaning();
        return choice.bare() ? SettingSchema.of(Settings.of(record).getFirst(), this) : of(record);
    }
}
