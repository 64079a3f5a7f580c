package io.chainrule.learning.specification;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// One setting of a specification record.
///
/// @param type the generic Java type, `java.util.List<java.lang.Integer>` for example
/// @param byDefault JSON text, or empty
/// @param nullable whether absence is a meaning of its own
/// @param range of the number, or of the numbers in a list or map
/// @param least least and `most` greatest number of characters, elements or entries
/// @param maxLimit the name of the limit that may bring the greatest number down, or empty
/// @param mostLimit the same for `most`
/// @param example JSON text, or empty
public record Parameter(
        String name,
        Type type,
        String help,
        String byDefault,
        boolean nullable,
        Range range,
        int least,
        int most,
        String maxLimit,
        String mostLimit,
        String example) {

    static Parameter of(RecordComponent component) {
        var setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(
                    component + " of " + component.getDeclaringRecord() + " has no @Setting");
        }
        return new Parameter(
                component.getName(),
                component.getGenericType(),
                setting.help(),
                setting.byDefault(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                Range.of(setting),
                setting.least(),
                setting.most(),
                setting.maxLimit(),
                setting.mostLimit(),
                setting.example());
    }

    /// Whether there is a limit that may allow less than what can be borne.
    public boolean isLimited() {
        return !maxLimit.isEmpty() || !mostLimit.isEmpty();
    }

    /// The same setting where no more is allowed than these.
    public Parameter within(Maxima maxima) {
        return isLimited()
                ? new Parameter(
                        name,
                        type,
                        help,
                        byDefault,
                        nullable,
                        maxLimit.isEmpty() ? range : range.upTo((double) maxima.of(maxLimit, (long) range.greatest())),
                        least,
                        mostLimit.isEmpty() ? most : (int) maxima.of(mostLimit, most),
                        maxLimit,
                        mostLimit,
                        example)
                : this;
    }

    public boolean hasDefault() {
        return !byDefault.isEmpty();
    }

    public boolean isRequired() {
        return !nullable && !hasDefault();
    }

    /// The class of the value itself.
    public Class<?> rawType() {
        return raw(type);
    }

    /// The type argument at a position: the elements of a list (0), the values of a map (1).
    public Class<?> argument(int position) {
        return raw(((ParameterizedType) type).getActualTypeArguments()[position]);
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
