package io.chainrule.engine.expression.derivation;

import java.util.Set;
import java.util.regex.Pattern;

/// Names of variables in LaTeX: Greek letters by name, digits at the end as an index.
final class LatexNames {

    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "rho", "sigma", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi",
            "Sigma", "Phi", "Psi", "Omega");

    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)_?([0-9]+)");
    private static final Pattern SUBSCRIPT = Pattern.compile("([A-Za-z]|[A-Za-z]{2,}(?=_))_([A-Za-z0-9]+)");

    private LatexNames() {}

    static String of(String name) {
        var indexed = INDEXED.matcher(name);
        if (indexed.matches()) {
            return "%s_{%s}".formatted(word(indexed.group(1)), indexed.group(2));
        }
        var subscript = SUBSCRIPT.matcher(name);
        if (subscript.matches() && (name.charAt(1) == '_' || GREEK.contains(subscript.group(1)))) {
            return "%s_{%s}".formatted(word(subscript.group(1)), word(subscript.group(2)));
        }
        return word(name);
    }

    private static String word(String name) {
        if (GREEK.contains(name)) {
            return "\\" + name;
        }
        return name.length() == 1 && Character.isLetterOrDigit(name.charAt(0)) ? name : "\\text{" + escaped(name) + "}";
    }

    private static String escaped(String name) {
        var text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\textbackslash{}");
                case '~' -> text.append("\\textasciitilde{}");
                case '^' -> text.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '#', '%', '_' -> text.append('\\').append(character);
                default -> text.append(Character.isISOControl(character) ? ' ' : character);
            }
        }
        return text.toString();
    }
}
