package io.chainrule.engine.graph;

import java.util.List;
import java.util.Optional;

/// An elementwise function with a name. Those that expressions may call have a key; the others serve derivative rules.
public sealed interface Function extends Primitive permits Unary, Binary, Several {

    /// The name in expressions and JSON trees, `""` for a function that only derivative rules use.
    String key();

    int leastOperands();

    /// [Integer#MAX_VALUE] if there is no limit.
    int mostOperands();

    @Override
    default boolean isElementwise() {
        return true;
    }

    /// What expressions can call and their operators, in the order of the tables.
    static List<Function> all() {
        return FunctionTable.ALL;
    }

    /// The function of that name which takes so many operands.
    static Optional<Function> of(String key, int operands) {
        for (var function : FunctionTable.BY_KEY.getOrDefault(key, List.of())) {
            if (function.leastOperands() <= operands && operands <= function.mostOperands()) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /// The common shape of elementwise operands.
    static Shape common(Primitive primitive, List<Shape> operands) {
        var first = operands.getFirst();
        for (var shape : operands) {
            if (!shape.equals(first)) {
                throw new ShapeMismatchException(
                        "%s works element by element, but %s meets %s".formatted(primitive, first, shape));
            }
        }
        return first;
    }
}
