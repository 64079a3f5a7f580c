package io.chainrule.engine.expression;

import java.util.List;

/// Variables of an expression that were given no value.
public final class MissingVariableException extends ExpressionException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final transient List<String> names;

    MissingVariableException(String place, List<String> names, String fix) {
        super("No value for " + String.join(", ", names), fix);
        this.place = place;
        this.names = List.copyOf(names);
    }

    /// The name of the field that should have had values for them.
    public String place() {
        return place;
    }

    public List<String> names() {
        return names;
    }
}
