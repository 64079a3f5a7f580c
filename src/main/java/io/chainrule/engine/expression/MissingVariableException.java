package io.chainrule.engine.expression;

import java.util.List;

/// Variables of an expression that were given no value.
public final class MissingVariableException extends ExpressionException {

    private static final long serialVersionUID = 1;

    private final transient List<String> names;

    MissingVariableException(List<String> names, String fix) {
        super("No value for " + String.join(", ", names), fix);
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }
}
