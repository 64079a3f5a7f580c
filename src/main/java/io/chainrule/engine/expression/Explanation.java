package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Adjoints;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what an [ExplainedGraph] shows from a graph that holds both passes.
final class Explanation {

    private final Trace trace;
    private final Adjoints adjoints;
    private final List<Node> forward;
    private final List<Slope> slopes;

    /// An edge; what flows back along it is absent where the slope is zero everywhere, or nothing is asked for.
    private record Slope(
            Node operand,
            Node consumer,
            int position,
            @Nullable Node localDerivative,
            @Nullable Node contribution) {}

    private Explanation(Trace trace, List<String> wrt) {
        this.trace = trace;
        this.forward = trace.nodes();
        this.adjoints = trace.graph().adjoints(trace.output(), trace.inputs(wrt));
        this.slopes = new ArrayList<>();
        forward.forEach(this::addSlopesInto);
    }

    static ExplainedGraph of(Expression expression, List<String> wrt, Map<String, Double> at) {
        var explanation = new Explanation(Trace.of(expression), wrt);
        return explanation.read(explanation.trace.run(explanation.shown(), at));
    }

    private void addSlopesInto(Node consumer) {
        for (int i = 0; i < consumer.operands().size(); i++) {
            var operand = consumer.operand(i);
            slopes.add(
                    adjoints.reaches(operand)
                            ? new Slope(
                                    operand,
                                    consumer,
                                    i,
                                    adjoints.localDerivative(consumer, i),
                                    adjoints.contribution(consumer, i))
                            : new Slope(operand, consumer, i, null, null));
        }
    }

    private List<Node> shown() {
        var shown = new ArrayList<>(forward);
        for (var node : forward) {
            add(shown, adjoints.of(node));
        }
        for (var slope : slopes) {
            add(shown, slope.localDerivative());
            add(shown, slope.contribution());
        }
        return shown;
    }

    private static void add(List<Node> shown, @Nullable Node node) {
        if (node != null) {
            shown.add(node);
        }
    }

    private ExplainedGraph read(Plan plan) {
        return new ExplainedGraph(
                trace.output().id(),
                forward.stream().map(node -> explained(node, plan)).toList(),
                slopes.stream().map(slope -> explained(slope, plan)).toList());
    }

    private ExplainedGraph.Node explained(Node node, Plan plan) {
        var written = trace.written().get(node.id());
        return new ExplainedGraph.Node(
                node.id(),
                written.op(),
                written.label(),
                node.operands().stream().map(Node::id).toList(),
                plan.array(node)[0],
                back(node, adjoints.of(node), plan),
                written.spans());
    }

    private ExplainedGraph.Edge explained(Slope slope, Plan plan) {
        return new ExplainedGraph.Edge(
                slope.operand().id(),
                slope.consumer().id(),
                slope.position(),
                back(slope.operand(), slope.localDerivative(), plan),
                back(slope.operand(), slope.contribution(), plan));
    }

    /// What flows back to a node: 0 where its consumers are flat, absent where nobody asks.
    private @Nullable Double back(Node node, @Nullable Node flow, Plan plan) {
        if (flow != null) {
            return plan.array(flow)[0];
        }
        return adjoints.reaches(node) ? 0.0 : null;
    }
}
