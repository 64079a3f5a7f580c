package io.chainrule.service.drawing.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.drawing.Graphs;
import io.chainrule.service.drawing.Theme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class GraphvizTextTest {

    private static final List<String> HOSTILE = Graphs.HOSTILE;
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String ATTRIBUTES = "\\[\\w+=(?:%1$s|\\w+)(?:, \\w+=(?:%1$s|\\w+))*\\]".formatted(QUOTED);
    private static final Pattern STATEMENT =
            Pattern.compile("  (?:graph|node|edge|n\\d+|n\\d+ -> n\\d+)(?: %s)?;".formatted(ATTRIBUTES));

    @Test
    void everyLineIsStatement() {
        assertStatements(
                GraphvizText.of(Graphs.WORKED, Graphs.worked(), Theme.LIGHT),
                3 + 21 + Graphs.worked().edges().size());
    }

    @Test
    void nodesAndEdgesCarryTheirNumbers() {
        assertThat(GraphvizText.of(Graphs.WORKED, Graphs.worked(), Theme.LIGHT))
                .contains("label=\"w1 × x1\\nvalue 0.06\\ngradient 0.248779\"")
                .contains("[label=\"× 0.2\\n= 0.0497558\"]");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void hostileNamesStayInTheirQuotes(String name) {
        var text = GraphvizText.of(name, Graphs.named(name), Theme.DARK);
        assertStatements(text, 3 + 2 + 2);
        assertThat(text).doesNotContain("<").doesNotContain("evil [label=\\\"\"");
    }

    private static void assertStatements(String text, int count) {
        var lines = text.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("digraph expression {");
        assertThat(lines.getLast()).isEqualTo("}");
        assertThat(lines.subList(1, lines.size() - 1))
                .hasSize(count)
                .allSatisfy(line -> assertThat(line).matches(STATEMENT));
    }
}
