package io.chainrule.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One value in a JSON-like tree, and where it stands: `step` leads to it from its parent.
record TreePart(@Nullable Object value, @Nullable TreePart parent, String step) {

    private static final String FORMS = "a number, a name, or an object such as {\"sin\": [\"x\"]}";

    /// What the value says.
    sealed interface Content {
        record Name(String name) implements Content {}

        record Literal(double value) implements Content {}

        record Application(String key, List<?> arguments) implements Content {}
    }

    /// The root and everything below it, arguments before what they are arguments of.
    static List<TreePart> inEvaluationOrder(@Nullable Object tree, ExpressionLimits limits) {
        var backwards = new ArrayList<TreePart>();
        var pending = new ArrayList<>(List.of(new TreePart(tree, null, "")));
        while (!pending.isEmpty()) {
            var part = pending.removeLast();
            backwards.add(part);
            limits.requireNodes(
                    backwards.size() + pending.size() + part.arguments().size());
            pending.addAll(part.operands());
        }
        return backwards.reversed();
    }

    Content content() {
        return switch (value) {
            case String name -> new Content.Name(name);
            case Number number -> new Content.Literal(finite(number));
            case Map<?, ?> map -> application(map);
            case null, default -> throw refused(FORMS, "This is no expression", "Write " + FORMS);
        };
    }

    List<?> arguments() {
        return content() instanceof Content.Application application ? application.arguments() : List.of();
    }

    private List<TreePart> operands() {
        var operands = new ArrayList<TreePart>();
        if (content() instanceof Content.Application(var key, var arguments)) {
            for (int i = 0; i < arguments.size(); i++) {
                operands.add(new TreePart(arguments.get(i), this, "/" + escaped(key) + "/" + i));
            }
        }
        return operands;
    }

    private double finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw refused("a finite number", "A number in an expression is finite", "Give such values in variables");
        }
        return number.doubleValue();
    }

    private Content application(Map<?, ?> map) {
        if (map.size() != 1) {
            throw refused(
                    "one key",
                    "An object has one key, the function or operator, but this one has " + map.size(),
                    "Write " + FORMS);
        }
        var entry = map.entrySet().iterator().next();
        if (entry.getKey() instanceof String key && entry.getValue() instanceof List<?> arguments) {
            return new Content.Application(key, arguments);
        }
        throw refused(
                "an array",
                "The arguments of a function stand in an array",
                "Write {\"%s\": [ … ]}".formatted(entry.getKey()));
    }

    ExpressionSyntaxException wrongCount(String key, String takes) {
        return refused(
                takes,
                "%s takes %s but got %d".formatted(key, takes, arguments().size()),
                "Give %s %s".formatted(key, takes));
    }

    ExpressionSyntaxException refused(String expected, String message, String fix) {
        return ExpressionSyntaxException.inTree(pointer(), expected, message, fix);
    }

    /// The way from the root (RFC 6901).
    String pointer() {
        var steps = new ArrayList<String>();
        for (var part = this; part != null; part = part.parent) {
            steps.add(part.step);
        }
        return String.join("", steps.reversed());
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
