package io.chainrule.service.json;

import io.chainrule.learning.specification.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One component of a record as a field of a JSON object.
record Field(Parameter parameter, Form form, Method accessor) {

    private static final JsonMapper DEFAULTS = new JsonMapper();

    static Field of(RecordComponent component, Parameter parameter) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Field(parameter, Forms.of(parameter.type()), accessor);
    }

    String name() {
        return parameter.name();
    }

    /// The value of this field, or its default; null if it is optional and absent, or was refused.
    @Nullable
    Object read(ObjectNode object, Place place) {
        var json = object.get(name());
        if (json != null) {
            return form.read(json, place.at(name()));
        }
        if (parameter.isRequired()) {
            return place.at(name()).refuse(name() + " is required: " + parameter.help());
        }
        return parameter.hasDefault() ? byDefault() : null;
    }

    private Object byDefault() {
        var place = Place.root(Bounds.BEARABLE);
        var value = form.read(DEFAULTS.readTree(parameter.byDefault()), place);
        if (value == null) {
            throw new IllegalStateException("The default of " + name() + " is no value of it: "
                    + place.found().kept());
        }
        return value;
    }

    void write(Object owner, ObjectNode object) {
        try {
            var value = accessor.invoke(owner);
            if (value != null) {
                object.set(name(), form.write(value));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
