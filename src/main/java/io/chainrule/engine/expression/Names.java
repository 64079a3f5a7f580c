package io.chainrule.engine.expression;

import java.util.regex.Pattern;

/// How variables may be called, and which names text needs in backticks.
final class Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Names() {}

    /// What keeps a text from being the name of a variable; empty if nothing does.
    static String objection(String name) {
        if (name.isEmpty()) {
            return "A name needs at least one character";
        }
        if (name.indexOf('`') >= 0) {
            return "A name cannot contain a backtick";
        }
        return MathConstant.of(name).isPresent() ? name + " is a constant and cannot be a variable" : "";
    }

    /// The name as text spells it: in backticks unless it is plain and no function's.
    static String quoted(String name) {
        return PLAIN.matcher(name).matches() && !Callables.isKnown(name) ? name : "`" + name + "`";
    }
}
