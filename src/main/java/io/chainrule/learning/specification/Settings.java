package io.chainrule.learning.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what `@Setting` and `@Choice` say about specification records, and holds values against it.
public final class Settings {

    private static final ClassValue<List<Parameter>> PARAMETERS = new ClassValue<>() {
        @Override
        protected List<Parameter> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Parameter::of).toList();
        }
    };

    private static final ClassValue<List<Alternative>> CHOICES = new ClassValue<>() {
        @Override
        protected List<Alternative> computeValue(Class<?> type) {
            return type.isEnum()
                    ? Arrays.stream(type.getEnumConstants())
                            .map(Settings::constant)
                            .toList()
                    : records(type).distinct().map(Settings::record).toList();
        }
    };

    private Settings() {}

    /// The settings of a record, in its order.
    public static List<Parameter> of(Class<?> record) {
        if (!record.isRecord()) {
            throw new IllegalArgumentException(record + " is no record");
        }
        return PARAMETERS.get(record);
    }

    /// For compact constructors: refuses components that are not as their `@Setting` says, all at once.
    public static void require(Class<? extends Record> type, @Nullable Object... components) {
        var parameters = of(type);
        if (parameters.size() != components.length) {
            throw new IllegalArgumentException(
                    type + " has " + parameters.size() + " components but " + components.length + " came");
        }
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < components.length; i++) {
            new Requirement(parameters.get(i), violations).check(components[i]);
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
    }

    /// What is wrong with the value of one setting, seen from the record that holds it.
    public static List<Violation> violations(Parameter parameter, @Nullable Object value) {
        var violations = new ArrayList<Violation>();
        new Requirement(parameter, violations).check(value);
        return violations;
    }

    /// The cases of an enum or of a sealed interface of records, in the order they are declared.
    public static List<Alternative> choices(Class<?> sealedOrEnum) {
        if (!sealedOrEnum.isEnum() && !sealedOrEnum.isSealed()) {
            throw new IllegalArgumentException(sealedOrEnum + " is neither an enum nor sealed");
        }
        return CHOICES.get(sealedOrEnum);
    }

    /// What a name on the wire stands for: an enum constant or a record class.
    public static <T> Optional<Object> choice(Class<T> sealedOrEnum, String name) {
        return choices(sealedOrEnum).stream()
                .filter(choice -> choice.name().equals(name))
                .map(Alternative::meaning)
                .findFirst();
    }

    /// The name on the wire of an enum constant.
    public static String name(Enum<?> constant) {
        return constant(constant).name();
    }

    /// The name on the wire, its `type`, of a record of a sealed specification.
    public static String name(Record specification) {
        return record(specification.getClass()).name();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Settings::records)
                : Stream.of(type);
    }

    private static Alternative record(Class<?> type) {
        return alternative(type.getAnnotation(Choice.class), type.getSimpleName(), type);
    }

    private static Alternative constant(Object value) {
        var constant = (Enum<?>) value;
        try {
            var field = constant.getDeclaringClass().getField(constant.name());
            return alternative(field.getAnnotation(Choice.class), constant.name(), constant);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Alternative alternative(@Nullable Choice choice, String javaName, Object meaning) {
        if (choice == null) {
            throw new IllegalArgumentException(javaName + " has no @Choice");
        }
        return new Alternative(
                choice.value().isEmpty() ? Wording.kebabCase(javaName) : choice.value(),
                choice.help(),
                meaning,
                choice.bare());
    }
}
