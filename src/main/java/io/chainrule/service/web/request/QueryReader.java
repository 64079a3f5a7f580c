package io.chainrule.service.web.request;

import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.SpecReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads query parameters into a record by the same settings as a JSON body, so that types, ranges, defaults and
/// messages are the same.
final class QueryReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,4})?");

    private QueryReader() {}

    static <T extends Record> T read(Map<String, String> parameters, Class<T> type, Bounds bounds) {
        return Parameters.checking(() -> SpecReader.read(tree(parameters, Settings.of(type)), type, bounds));
    }

    private static ObjectNode tree(Map<String, String> parameters, List<Parameter> settings) {
        var tree = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, text) -> group(name, settings)
                .ifPresentOrElse(
                        group -> tree.withObjectProperty(group).put(name.substring(group.length() + 1), text),
                        () -> tree.set(name, value(text, name, settings))));
        return tree;
    }

    /// `tag` for `tag.owner`, if `tag` is a map.
    private static Optional<String> group(String name, List<Parameter> settings) {
        return settings.stream()
                .filter(setting -> setting.rawType() == Map.class)
                .map(Parameter::name)
                .filter(group -> name.startsWith(group + "."))
                .findFirst();
    }

    private static JsonNode value(String text, String name, List<Parameter> settings) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .map(setting -> value(text, setting.rawType()))
                .orElseGet(() -> JsonNodeFactory.instance.stringNode(text));
    }

    private static JsonNode value(String text, Class<?> type) {
        var json = JsonNodeFactory.instance;
        if (type == List.class) {
            var list = json.arrayNode();
            Arrays.stream(text.split(",", -1)).forEach(list::add);
            return list;
        }
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false")
                    ? json.booleanNode(Boolean.parseBoolean(text))
                    : json.stringNode(text);
        }
        var isText = type == String.class || type.isEnum();
        return !isText && NUMBER.matcher(text).matches() ? JSON.readTree(text) : json.stringNode(text);
    }
}
