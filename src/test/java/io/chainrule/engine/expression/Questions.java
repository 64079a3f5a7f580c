package io.chainrule.engine.expression;

import java.util.LinkedHashMap;
import java.util.Map;

/// Short ways to ask.
final class Questions {

    private Questions() {}

    /// `at` reads like "x=1.5 y=2".
    static Evaluation ask(String text, String at) {
        return ask(text, at, 1);
    }

    static Evaluation ask(String text, String at, int order) {
        return GradientQuestion.of(ExpressionParser.parse(text), point(at), null, order)
                .answer();
    }

    static Map<String, Double> point(String at) {
        var point = new LinkedHashMap<String, Double>();
        for (var pair : at.isBlank() ? new String[0] : at.split(" ")) {
            point.put(pair.split("=")[0], Double.valueOf(pair.split("=")[1]));
        }
        return point;
    }
}
