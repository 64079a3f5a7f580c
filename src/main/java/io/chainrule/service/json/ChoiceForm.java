package io.chainrule.service.json;

import io.chainrule.learning.specification.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A sealed interface: the record that `type` names. A string alone is short for a choice that needs nothing else, and
/// an object without `type` for the one whose only setting is such an object.
///
/// @param bare that one, if there is one
record ChoiceForm(Map<String, RecordForm> choices, @Nullable RecordForm bare) implements Form {

    static ChoiceForm of(Class<?> type) {
        var choices = new LinkedHashMap<String, RecordForm>();
        RecordForm bare = null;
        for (var choice : Settings.choices(type)) {
            var form = RecordForm.of((Class<?>) choice.meaning());
            choices.put(choice.name(), form);
            bare = choice.bare() ? form : bare;
        }
        return new ChoiceForm(choices, bare);
    }

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (json.isString()) {
            return choose(json, place, JsonNodeFactory.instance.objectNode().set(RecordForm.TYPE, json), place);
        }
        if (!json.isObject()) {
            return place.refuse("an object whose \"type\" is one of " + names(), json);
        }
        var type = json.get(RecordForm.TYPE);
        if (bare != null && (type == null || !type.isString())) {
            return bare.readAlone(json, place);
        }
        return type == null
                ? place.at(RecordForm.TYPE).refuse("type is required: one of " + names())
                : choose(type, place.at(RecordForm.TYPE), json, place);
    }

    private @Nullable Object choose(JsonNode type, Place typePlace, JsonNode json, Place place) {
        if (!type.isString()) {
            return typePlace.refuse("one of " + names(), type);
        }
        var choice = choices.get(type.stringValue());
        return choice == null
                ? typePlace.refuse(Known.insteadOf(type.stringValue(), choices.keySet()))
                : choice.read(json, place);
    }

    private String names() {
        return Known.list(choices.keySet());
    }

    @Override
    public JsonNode write(Object value) {
        return Forms.of(value.getClass()).write(value);
    }
}
