package io.chainrule.service.json;

import io.chainrule.engine.expression.Expression;
import io.chainrule.learning.dataset.Target;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Finds the form of a Java type. Records may nest, but not within themselves.
final class Forms {

    private static final ClassValue<Form> KNOWN = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return compute(type);
        }
    };

    private Forms() {}

    static Form of(Type type) {
        return switch (type) {
            case Class<?> plain -> KNOWN.get(plain);
            case ParameterizedType list
            when list.getRawType() == List.class -> new ListForm(of(list.getActualTypeArguments()[0]));
            case ParameterizedType map
            when map.getRawType() == Map.class -> new MapForm(of(map.getActualTypeArguments()[1]));
            default -> throw unreadable(type);
        };
    }

    /// The type whose form writes this value: constants with a body have a class of their own.
    static Class<?> declared(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }

    private static Form compute(Class<?> type) {
        if (type == Expression.class) {
            return ExpressionForm.EXPRESSION;
        }
        if (type == Numbers.class) {
            return NumbersForm.NUMBERS;
        }
        if (type == Target.class) {
            return TargetForm.TARGET;
        }
        if (type.isRecord()) {
            return RecordForm.of(type);
        }
        if (type.isSealed()) {
            return ChoiceForm.of(type);
        }
        if (type.isEnum()) {
            return NamedForm.of(type);
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return TreeForm.TREE;
        }
        if (type == int.class || type == Integer.class) {
            return IntegerForm.INT;
        }
        if (type == long.class || type == Long.class) {
            return IntegerForm.LONG;
        }
        if (type == double.class || type == Double.class) {
            return DoubleForm.DOUBLE;
        }
        if (type == boolean.class || type == Boolean.class) {
            return BooleanForm.BOOLEAN;
        }
        if (type == String.class) {
            return TextForm.TEXT;
        }
        throw unreadable(type);
    }

    private static IllegalStateException unreadable(Type type) {
        return new IllegalStateException("No JSON form is known for " + type);
    }
}
