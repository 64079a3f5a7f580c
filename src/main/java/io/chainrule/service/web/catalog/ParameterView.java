package io.chainrule.service.web.catalog;

import io.chainrule.engine.expression.Expression;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Range;
import io.chainrule.learning.specification.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Something that can be set, with all that a form needs to ask for it.
///
/// @param name a dotted path where a setting has settings of its own, `validation.share` for example
/// @param type `number`, `integer`, `boolean`, `text`, `choice`, `expression`, `list` or `map`
/// @param items the type of a list's elements or of a map's values
/// @param choices what a choice can be
/// @param required whether it must be given; what need not be and has no default means something by its absence
/// @param minimum and the other bounds: of the number, or of each number in a list
/// @param leastItems and mostItems: how many elements a list or map has, or characters a text
public record ParameterView(
        String name,
        String type,
        @Nullable String items,
        @Nullable List<String> choices,
        String help,
        boolean required,
        @Nullable JsonNode defaultValue,
        @Nullable JsonNode example,
        @Nullable Double minimum,
        @Nullable Double exclusiveMinimum,
        @Nullable Double maximum,
        @Nullable Double exclusiveMaximum,
        @Nullable Integer leastItems,
        @Nullable Integer mostItems) {

    private static final JsonMapper JSON = new JsonMapper();

    /// The settings of a record, those of the records in it among them.
    public static List<ParameterView> of(Class<?> record, Maxima maxima) {
        return of("", true, record, maxima).toList();
    }

    /// @param required whether the record itself must be given
    private static Stream<ParameterView> of(String path, boolean required, Class<?> record, Maxima maxima) {
        return Settings.of(record).stream().flatMap(parameter -> {
            var name = path + parameter.name();
            boolean must = required && parameter.isRequired();
            return parameter.rawType().isRecord() && parameter.rawType() != Target.class
                    ? of(name + ".", must, parameter.rawType(), maxima)
                    : Stream.of(of(name, must, parameter.within(maxima)));
        });
    }

    private static ParameterView of(String name, boolean required, Parameter parameter) {
        var type = type(parameter.rawType());
        var range = parameter.range();
        return new ParameterView(
                name,
                type,
                switch (type) {
                    case "list" -> type(parameter.argument(0));
                    case "map" -> type(parameter.argument(1));
                    default -> null;
                },
                type.equals("choice") ? names(parameter.rawType()) : null,
                parameter.help(),
                required,
                json(parameter.byDefault()),
                json(parameter.example()),
                least(range, true),
                least(range, false),
                greatest(range, true),
                greatest(range, false),
                parameter.least() == 0 ? null : parameter.least(),
                parameter.most() == Integer.MAX_VALUE ? null : parameter.most());
    }

    private static List<String> names(Class<?> choice) {
        return Settings.choices(choice).stream().map(Alternative::name).toList();
    }

    private static @Nullable JsonNode json(String text) {
        return text.isEmpty() ? null : JSON.readTree(text);
    }

    private static @Nullable Double least(Range range, boolean included) {
        return range.hasLeast() && range.leastIncluded() == included ? range.least() : null;
    }

    private static @Nullable Double greatest(Range range, boolean included) {
        return range.hasGreatest() && range.greatestIncluded() == included ? range.greatest() : null;
    }

    private static String type(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == Expression.class) {
            return "expression";
        }
        if (type.isEnum() || type.isSealed()) {
            return "choice";
        }
        return type == List.class ? "list" : type == Map.class ? "map" : "text";
    }
}
