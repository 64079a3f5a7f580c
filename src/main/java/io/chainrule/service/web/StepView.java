package io.chainrule.service.web;

import io.chainrule.engine.expression.derivation.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a derivation by hand: a value computed going forward, or a contribution handed on going back.
///
/// @param pass `forward` or `backward`
/// @param node that is computed, or whose gradient is handed on
/// @param rule in symbols; `v3` is the value of node 3
/// @param explanation in words
/// @param arithmetic with the numbers in it
/// @param upstream the gradient of the node
/// @param gradient of the operand so far, this contribution included
record StepView(
        String pass,
        int node,
        @Nullable StepEdgeView edge,
        String rule,
        String explanation,
        @Nullable List<Double> operands,
        @Nullable Double value,
        @Nullable Double upstream,
        @Nullable Double localDerivative,
        @Nullable Double contribution,
        @Nullable Double gradient,
        String arithmetic) {

    /// Which edge a contribution takes.
    record StepEdgeView(int from, int to, int position) {}

    static StepView of(Step step) {
        return switch (step) {
            case Step.Forward forward ->
                new StepView(
                        "forward",
                        forward.node(),
                        null,
                        forward.rule(),
                        forward.explanation(),
                        forward.operands(),
                        forward.value(),
                        null,
                        null,
                        null,
                        null,
                        forward.arithmetic());
            case Step.Backward backward ->
                new StepView(
                        "backward",
                        backward.node(),
                        new StepEdgeView(
                                backward.edge().from(),
                                backward.edge().to(),
                                backward.edge().position()),
                        backward.rule(),
                        backward.explanation(),
                        null,
                        null,
                        backward.upstream(),
                        backward.localDerivative(),
                        backward.contribution(),
                        backward.gradient(),
                        backward.arithmetic());
        };
    }
}
