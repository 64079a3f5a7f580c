package io.chainrule.service.json;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A record: an object with one field a component, and `type` in front if the record is one choice of several.
record RecordForm(
        Constructor<?> constructor,
        List<Field> fields,
        @Nullable Choice choice) implements Form {

    static final String TYPE = "type";

    static RecordForm of(Class<?> type) {
        var components = type.getRecordComponents();
        var parameters = Settings.of(type);
        var fields = new ArrayList<Field>();
        for (int i = 0; i < components.length; i++) {
            fields.add(Field.of(components[i], parameters.get(i)));
        }
        return new RecordForm(constructor(type, components), fields, type.getAnnotation(Choice.class));
    }

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!(json instanceof ObjectNode object)) {
            return place.refuse("an object", json);
        }
        refuseUnknown(object, place);
        var before = place.found().count();
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).read(object, place);
        }
        if (place.found().count() > before || isBeyond(values, place)) {
            return refuseRanges(values, place);
        }
        return construct(values, place);
    }

    /// Whether more is asked for than allowed; what can be borne at all is known to the record itself.
    private boolean isBeyond(@Nullable Object[] values, Place place) {
        for (int i = 0; i < values.length; i++) {
            var parameter = fields.get(i).parameter();
            if (parameter.isLimited()
                    && values[i] != null
                    && !violations(parameter, values[i], place).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<Violation> violations(Parameter parameter, Object value, Place place) {
        return Settings.violations(parameter.within(place.bounds().maxima()), value);
    }

    /// The record with this as its only setting.
    @Nullable
    Object readAlone(JsonNode setting, Place place) {
        var value = fields.getFirst().form().read(setting, place);
        return value == null ? null : construct(new @Nullable Object[] {value}, place);
    }

    private void refuseUnknown(ObjectNode object, Place place) {
        for (var name : object.propertyNames()) {
            if (place.found().isFull()) {
                return; // nobody would read what else is unknown
            }
            if (!isKnown(name)) {
                place.at(name).refuse(Known.insteadOf(name, names()));
            }
        }
    }

    private boolean isKnown(String name) {
        for (var field : fields) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return choice != null && name.equals(TYPE);
    }

    private List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /// What could be read is held against its range although the record cannot be built, so that all is told at once.
    private @Nullable Object refuseRanges(@Nullable Object[] values, Place place) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                place.refuse(violations(fields.get(i).parameter(), values[i], place));
            }
        }
        return null;
    }

    private @Nullable Object construct(@Nullable Object[] values, Place place) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            return switch (thrown.getTargetException()) {
                case InvalidSpecException refusal -> place.refuse(refusal.violations());
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                default -> throw new IllegalStateException(thrown);
            };
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public JsonNode write(Object value) {
        var object = JsonNodeFactory.instance.objectNode();
        if (choice != null && !choice.bare()) {
            object.put(TYPE, Settings.name((Record) value));
        }
        fields.forEach(field -> field.write(value, object));
        return choice != null && choice.bare() ? object.get(fields.getFirst().name()) : object;
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
