package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Graphs;
import io.chainrule.service.drawing.Pictures;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphPictureTest {

    @Test
    void workedExampleIsDrawnHarmlesslyInBothThemes() throws Exception {
        draw("graph", "sin(x*y)+x^2", Graphs.of("sin(x*y)+x^2", Map.of("x", 1.0, "y", 2.0)));
        draw("graph-neuron", Graphs.WORKED, Graphs.worked());
    }

    @Test
    void largeGraphIsDrawnHarmlesslyInBothThemes() throws Exception {
        var sum = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> "(a%1$d*sin(x%1$d)-y)^2".formatted(i))
                .collect(Collectors.joining("+"));
        draw("graph-60", sum, Graphs.of(sum));
    }

    @Test
    void hostileNamesAreDrawnHarmlessly() throws Exception {
        draw("graph-hostile", Pictures.HOSTILE + "x".repeat(3000), Graphs.named(Pictures.HOSTILE));
    }

    private static void draw(String name, String expression, ExplainedGraph graph) throws Exception {
        Pictures.assertDrawn(name, GraphPicture.of(expression, graph));
    }
}
