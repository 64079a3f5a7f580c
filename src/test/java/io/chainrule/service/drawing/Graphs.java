package io.chainrule.service.drawing;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.GradientQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Explained graphs to draw.
public final class Graphs {

    public static final String WORKED = "1/(1+exp(-(w1*x1+w2*x2)))+0.5*(w1^2+w2^2)";

    /// Names that want to be more than names.
    public static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><svg onload=alert(1)>",
            "' onclick='alert(1)",
            "]]>",
            "<!--",
            "&lt;b&gt; &amp; &#x3c;",
            "javascript:alert(1)",
            "\\\" ]; evil [label=\\\"",
            "new\nline",
            "bell\u0007 escape\u001B[31m null\u0000",
            "right-to-left \u202E override",
            "\u05E9\u05DC\u05D5\u05DD",
            "\uD83D\uDE00 \uFFFE \uFFFF",
            "half \uD83D",
            "x".repeat(5000));

    private Graphs() {}

    public static ExplainedGraph worked() {
        return of(WORKED, Map.of("x1", 0.2, "x2", 0.4, "w1", 0.3, "w2", -0.5));
    }

    /// At points that differ from variable to variable.
    public static ExplainedGraph of(String text) {
        var at = new LinkedHashMap<String, Double>();
        for (var name : ExpressionParser.parse(text).variables()) {
            at.put(name, 0.3 + 0.17 * (at.size() * 7 % 11));
        }
        return of(text, at);
    }

    public static ExplainedGraph of(String text, Map<String, Double> at) {
        return GradientQuestion.of(ExpressionParser.parse(text), at, null, 1)
                .answer()
                .graph();
    }

    /// `name + name`, built by hand: no parser lets such names through.
    public static ExplainedGraph named(String name) {
        return new ExplainedGraph(
                1,
                List.of(
                        new ExplainedGraph.Node(0, "variable", name, List.of(), 1.5, 2.0, List.of()),
                        new ExplainedGraph.Node(1, "add", "+", List.of(0, 0), 3, 1.0, List.of())),
                List.of(new ExplainedGraph.Edge(0, 1, 0, 1.0, 1.0), new ExplainedGraph.Edge(0, 1, 1, 1.0, 1.0)));
    }

    /// Six neurons with a penalty: 148 nodes.
    public static String neurons() {
        var loss = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> "(tanh(w%1$d1*x1+w%1$d2*x2+w%1$d3*x3+b%1$d)*v%1$d-y%1$d)^2".formatted(i))
                .collect(Collectors.joining("+"));
        var penalty = IntStream.rangeClosed(1, 6)
                .mapToObj("w%1$d1^2+w%1$d2^2"::formatted)
                .collect(Collectors.joining("+"));
        return loss + "+0.01*(" + penalty + ")";
    }
}
