package io.chainrule.service.json;

import io.chainrule.learning.specification.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One component of a record as a field of a JSON object.
///
/// @param byDefault its value where it is left out, if it has a default
record Field(
        Parameter parameter,
        Form form,
        Method accessor,
        @Nullable Object byDefault) {

    private static final JsonMapper DEFAULTS = new JsonMapper();

    static Field of(RecordComponent component, Parameter parameter) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var form = Forms.of(parameter.type());
        return new Field(parameter, form, accessor, parameter.hasDefault() ? byDefault(parameter, form) : null);
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
        return byDefault;
    }

    /// Values of records do not change, so all who leave the field out may share it.
    private static Object byDefault(Parameter parameter, Form form) {
        var place = Place.root(Bounds.BEARABLE);
        var value = form.read(DEFAULTS.readTree(parameter.byDefault()), place);
        if (value == null) {
            throw new IllegalStateException("The default of " + parameter.name() + " is no value of it: "
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
