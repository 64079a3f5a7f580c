package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How an expression changes in a direction, by forward mode.
///
/// @param derivative the gradient times the direction
/// @param hessianVector the Hessian times the direction, by variable, without the Hessian: forward mode through the
/// backward pass; absent for order 1
public record Directional(double derivative, @Nullable SequencedMap<String, Double> hessianVector) {

    /// What moves nothing takes part in nothing, so that a slope which is not finite spoils only its own direction.
    ///
    /// @param direction by variable; those left out rest
    /// @throws UnknownNameException if the direction names what is neither a variable nor given a value
    public static Directional of(GradientQuestion question, Map<String, Double> direction) {
        question.expression().requireKnown(direction.keySet(), question.at().keySet(), "direction");
        var trace = Trace.of(question.expression());
        var outputs = new ArrayList<>(List.of(trace.output()));
        if (question.order() == 2) {
            outputs.addAll(trace.graph().gradient(trace.output(), trace.inputs(question.wrt())));
        }
        var tangents = trace.graph().tangents(outputs, directions(trace, direction));
        var zero = trace.output().constant(0);
        var moved = outputs.stream()
                .map(output -> Objects.requireNonNullElse(tangents.of(output), zero))
                .toList();
        var plan = trace.run(moved, question.at());
        var numbers = moved.stream().map(node -> plan.array(node)[0]).toList();
        return new Directional(
                numbers.getFirst(),
                question.order() == 2 ? byName(question.wrt(), numbers.subList(1, numbers.size())) : null);
    }

    private static Map<Node, Node> directions(Trace trace, Map<String, Double> direction) {
        var nodes = new HashMap<Node, Node>();
        direction.forEach((name, speed) -> {
            if (speed != 0) {
                var input = trace.inputs(List.of(name)).getFirst();
                nodes.put(input, input.constant(speed));
            }
        });
        return nodes;
    }

    private static SequencedMap<String, Double> byName(List<String> names, List<Double> numbers) {
        var result = new LinkedHashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) {
            result.put(names.get(i), numbers.get(i));
        }
        return result;
    }
}
