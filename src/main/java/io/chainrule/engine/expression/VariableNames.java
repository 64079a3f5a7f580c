package io.chainrule.engine.expression;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/// Compares the variables that an expression has with those that were given, and guesses at what was meant.
final class VariableNames {

    private VariableNames() {}

    /// @param place what the user knows the values as
    static void requireValues(Expression expression, Set<String> given, String place) {
        var missing = expression.variables().stream()
                .filter(name -> !given.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            var spare = new LinkedHashSet<>(given);
            spare.removeAll(expression.variables());
            throw new MissingVariableException(
                    place,
                    missing,
                    missing.stream()
                            .limit(5)
                            .map(name -> meant(name, given, spare)
                                    .map(meant -> "Write %s for %s".formatted(meant, name))
                                    .orElseGet(() -> "Give %s a value".formatted(name)))
                            .collect(joining("; ")));
        }
    }

    static void requireKnown(
            Collection<String> names, SequencedSet<String> variables, Set<String> given, String place) {
        for (var name : names) {
            if (!variables.contains(name) && !given.contains(name)) {
                throw unknown(name, variables, place, name + " is no variable of the expression", "The variables are ");
            }
        }
    }

    static void requireNames(
            Expression expression, Collection<String> suggested, Collection<String> others, String place) {
        for (var name : expression.variables()) {
            if (!suggested.contains(name) && !others.contains(name)) {
                throw unknown(name, suggested, place, name + " in the expression means nothing here", "The names are ");
            }
        }
    }

    private static UnknownNameException unknown(
            String name, Collection<String> known, String place, String what, String listing) {
        var nearest = NearestName.of(name, known).orElse(null);
        var fix = nearest != null ? "Did you mean %s?".formatted(nearest) : listing + String.join(", ", known);
        return new UnknownNameException(name, nearest, null, "", place, what, fix);
    }

    static List<Warning> superfluous(Expression expression, Collection<String> given) {
        return superfluous(expression.variables(), given);
    }

    static List<Warning> superfluous(Set<String> variables, Collection<String> given) {
        return given.stream()
                .filter(name -> !variables.contains(name))
                .map(name -> Warning.general(
                        "superfluous-name",
                        MathConstant.of(name).isPresent()
                                ? "%s is a constant, so the value given for it is not used".formatted(name)
                                : "%s is given a value but does not occur in the expression".formatted(name),
                        "Leave %s out".formatted(name)))
                .toList();
    }

    /// `sinx` for `sin(x)`, `xy` for `x*y`, or a typing error.
    private static Optional<String> meant(String name, Set<String> given, Collection<String> spare) {
        return Stream.iterate(name.length() - 1, split -> split > 0, split -> split - 1)
                .flatMap(split -> parts(name.substring(0, split), name.substring(split), given).stream())
                .findFirst()
                .or(() -> NearestName.of(
                        name,
                        Stream.concat(
                                        spare.stream(),
                                        Stream.of(MathConstant.values()).map(MathConstant::symbol))
                                .toList()));
    }

    private static Optional<String> parts(String first, String second, Set<String> given) {
        boolean isLetter = second.length() == 1 && Character.isLetter(second.charAt(0));
        if (Callables.isKnown(first) && (isLetter || isOperand(second, given))) {
            return Optional.of("%s(%s)".formatted(first, second));
        }
        return isOperand(first, given) && isOperand(second, given)
                ? Optional.of("%s*%s".formatted(first, second))
                : Optional.empty();
    }

    private static boolean isOperand(String text, Set<String> given) {
        return given.contains(text)
                || MathConstant.of(text).isPresent()
                || text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
