package io.chainrule.service.json;

import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Reads a record from JSON by the settings it declares. Nothing is coerced, nothing unknown is passed over, and
/// everything that is wrong is told at once.
public final class SpecReader {

    private SpecReader() {}

    /// What is kept or bundled. Throws an [InvalidSpecException] with a JSON pointer for each violation.
    public static <T> T read(JsonNode json, Class<T> type) {
        return read(json, type, Bounds.BEARABLE);
    }

    /// What somebody asks for. Throws an [InvalidSpecException] with a JSON pointer for each violation.
    public static <T> T read(JsonNode json, Class<T> type, Bounds bounds) {
        var root = Place.root(bounds);
        var value = Forms.of(type).read(json, root);
        if (root.found().count() > 0) {
            throw new InvalidSpecException(root.found().kept());
        }
        return type.cast(Objects.requireNonNull(value));
    }
}
