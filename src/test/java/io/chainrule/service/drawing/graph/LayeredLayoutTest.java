package io.chainrule.service.drawing.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Graphs;
import io.chainrule.service.drawing.PictureTooLargeException;
import io.chainrule.service.drawing.graph.GraphLayout.Line;
import io.chainrule.service.drawing.graph.GraphLayout.Placed;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayeredLayoutTest {

    static List<String> expressions() {
        return List.of(
                "x",
                "2",
                "x*y",
                "x^x",
                Graphs.WORKED,
                "where(x>0, sqrt(x), x)*max(x, y, z)-clip(y, 0, 1)",
                Graphs.neurons(),
                "x1" + "+x1".repeat(99),
                "sin(".repeat(100) + "x" + ")".repeat(100));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void nothingOverlaps(String expression) {
        var layout = LayeredLayout.of(Graphs.of(expression));
        var places = Stream.concat(
                        layout.boxes().stream().map(Placed::place),
                        layout.lines().stream().map(Line::place).filter(Objects::nonNull))
                .toList();
        var whole = new Rectangle2D.Double(
                0, 0, layout.size().width(), layout.size().height());
        for (int i = 0; i < places.size(); i++) {
            assertThat(whole.contains(places.get(i)))
                    .as("%s in %s", places.get(i), whole)
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(places.get(i).intersects(places.get(j)))
                        .as("%s meets %s", places.get(i), places.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void linesRunFromLeftToRightAndPassNoNode(String expression) {
        var layout = LayeredLayout.of(Graphs.of(expression));
        for (var line : layout.lines()) {
            assertThat(line.points().getFirst().getX())
                    .isLessThan(line.points().getLast().getX());
            for (int i = 1; i < line.points().size(); i++) {
                var from = line.points().get(i - 1);
                var to = line.points().get(i);
                for (var placed : layout.boxes()) {
                    var inside = placed.place();
                    var core = new Rectangle2D.Double(
                            inside.getX() + 1, inside.getY() + 1, inside.getWidth() - 2, inside.getHeight() - 2);
                    assertThat(core.intersectsLine(from.getX(), from.getY(), to.getX(), to.getY()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyNodeStandsOnceAndEveryContributionIsWritten() {
        var graph = Graphs.worked();
        var layout = LayeredLayout.of(graph);
        assertThat(layout.boxes()).hasSameSizeAs(graph.nodes());
        assertThat(layout.lines()).hasSameSizeAs(graph.edges());
        assertThat(layout.lines().stream().filter(line -> line.note() != null))
                .hasSize((int) graph.edges().stream()
                        .filter(edge -> edge.contribution() != null)
                        .count())
                .allMatch(line -> line.place() != null);
    }

    @Test
    void variableIsRepeatedOnlyFarFromWhereItStands() {
        var chain = LayeredLayout.of(Graphs.of("x1" + "+x1".repeat(99)));
        assertThat(chain.boxes().stream().filter(placed -> placed.box().isRepeated()))
                .hasSizeBetween(8, 15);
        assertThat(LayeredLayout.of(Graphs.of("x1" + "+x1".repeat(9))).boxes())
                .noneMatch(placed -> placed.box().isRepeated());
    }

    @Test
    void tooManyNodesOrEdgesAreRefused() {
        var sum = "x" + "+1".repeat(250);
        assertThatThrownBy(() -> GraphPicture.of(sum, Graphs.of(sum)))
                .isInstanceOf(PictureTooLargeException.class)
                .hasMessage("A picture may show at most 500 nodes, but here are 501");
        var edges = IntStream.rangeClosed(0, GraphPicture.MOST_EDGES)
                .mapToObj(position -> new ExplainedGraph.Edge(0, 1, position, 1.0, 1.0))
                .toList();
        var dense = new ExplainedGraph(1, Graphs.named("x").nodes(), edges);
        assertThatThrownBy(() -> GraphPicture.of("f", dense))
                .isInstanceOf(PictureTooLargeException.class)
                .hasMessage("A picture may show at most 1,000 edges, but here are 1,001");
    }
}
