package io.chainrule.service.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a model's answer tells of its target, or, by name, of each of several.
public record PerTarget<T>(SequencedMap<String, T> values) {

    public PerTarget {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    @JsonValue
    Object json() {
        return values.size() == 1 ? values.firstEntry().getValue() : values;
    }
}
