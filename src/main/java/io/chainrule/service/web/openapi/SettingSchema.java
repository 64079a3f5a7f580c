package io.chainrule.service.web.openapi;

import io.chainrule.engine.expression.Expression;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Range;
import io.chainrule.learning.specification.Settings;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema of one setting: type, help, default, range and example.
final class SettingSchema {

    private static final JsonMapper JSON = new JsonMapper();

    private SettingSchema() {}

    static Schema<Object> of(Parameter setting, Schemas schemas) {
        var parameter = setting.within(schemas.maxima());
        var schema = typed(parameter, schemas);
        schema.setDescription(parameter.help());
        if (parameter.hasDefault()) {
            schema.setDefault(plain(parameter.byDefault()));
        }
        if (!parameter.example().isEmpty()) {
            schema.addExample(plain(parameter.example()));
        }
        return schema;
    }

    private static Schema<Object> typed(Parameter parameter, Schemas schemas) {
        var type = parameter.rawType();
        if (isChoice(type)) {
            return orShorthand(schemas.of(type), Settings.choices(type));
        }
        if (type == JsonNode.class && parameter.name().equals(ExpressionSchema.FIELD)) {
            return TypeSchemas.reference(ExpressionSchema.NAME);
        }
        if (type == List.class) {
            var list = TypeSchemas.of("array");
            list.setItems(element(parameter, 0, schemas));
            list.setMinItems(parameter.least() == 0 ? null : parameter.least());
            list.setMaxItems(parameter.most() == Integer.MAX_VALUE ? null : parameter.most());
            return list;
        }
        if (type == Map.class) {
            var map = TypeSchemas.of("object");
            map.setAdditionalProperties(element(parameter, 1, schemas));
            map.setMinProperties(parameter.least() == 0 ? null : parameter.least());
            map.setMaxProperties(parameter.most() == Integer.MAX_VALUE ? null : parameter.most());
            return map;
        }
        if (type == String.class) {
            var text = TypeSchemas.of("string");
            text.setMinLength(parameter.least() == 0 ? null : parameter.least());
            text.setMaxLength(parameter.most() == Integer.MAX_VALUE ? null : parameter.most());
            return text;
        }
        return ranged(type, parameter.range(), schemas);
    }

    private static boolean isChoice(Class<?> type) {
        return type.isSealed() && !type.isEnum() && type != Expression.class;
    }

    private static Schema<Object> element(Parameter parameter, int position, Schemas schemas) {
        var type = ((ParameterizedType) parameter.type()).getActualTypeArguments()[position];
        if (!(type instanceof Class<?> plain)) {
            return schemas.of(type);
        }
        return isChoice(plain)
                ? orShorthand(schemas.of(plain), Settings.choices(plain))
                : ranged(plain, parameter.range(), schemas);
    }

    private static Schema<Object> ranged(Class<?> type, Range range, Schemas schemas) {
        var isFiniteDouble = (type == double.class || type == Double.class) && range.finite();
        var schema = isFiniteDouble ? TypeSchemas.of("number", "double") : schemas.of(type);
        if (range.hasLeast() && range.leastIncluded()) {
            schema.setMinimum(BigDecimal.valueOf(range.least()));
        } else if (range.hasLeast()) {
            schema.setExclusiveMinimumValue(BigDecimal.valueOf(range.least()));
        }
        if (range.hasGreatest() && range.greatestIncluded()) {
            schema.setMaximum(BigDecimal.valueOf(range.greatest()));
        } else if (range.hasGreatest()) {
            schema.setExclusiveMaximumValue(BigDecimal.valueOf(range.greatest()));
        }
        return schema;
    }

    /// Choices that need nothing but their type may be written as that alone.
    private static Schema<Object> orShorthand(Schema<Object> union, List<Alternative> choices) {
        var short_ = choices.stream()
                .filter(choice ->
                        Settings.of((Class<?>) choice.meaning()).stream().noneMatch(Parameter::isRequired))
                .<Object>map(Alternative::name)
                .toList();
        if (short_.isEmpty()) {
            return union;
        }
        var names = TypeSchemas.of("string");
        names.setEnum(short_);
        Schema<Object> either = TypeSchemas.any();
        either.addAnyOfItem(union);
        either.addAnyOfItem(names);
        return either;
    }

    private static Object plain(String json) {
        return JSON.readValue(json, Object.class);
    }
}
