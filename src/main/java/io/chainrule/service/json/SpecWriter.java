package io.chainrule.service.json;

import tools.jackson.databind.JsonNode;

/// Writes a record as JSON that [SpecReader] reads back to an equal one: what is absent is left out, non-finite
/// numbers are strings, a choice says its `type` first.
public final class SpecWriter {

    private SpecWriter() {}

    public static JsonNode write(Object value) {
        return Forms.of(Forms.declared(value)).write(value);
    }
}
