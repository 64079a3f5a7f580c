package io.chainrule.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanTest {

    private final Graph graph = new Graph();
    private final Node x = graph.input("x", new Shape(20, 3));
    private final Node weights = graph.input("weights", new Shape(3, 4));
    private final Node biases = graph.input("biases", Shape.row(4));
    private final Node targets = graph.input("targets", new Shape(20, 4));
    private final Node scores = x.affine(weights, biases).tanh().relu();
    private final Node loss =
            scores.softmaxCrossEntropy(scores.softmax(), targets).total();
    private final List<Node> gradient = graph.gradient(loss, List.of(weights, biases));

    @Test
    void recycledArraysChangeNoBit() {
        var few = fill(Plan.of(loss, gradient.get(0), gradient.get(1)));
        var everything = new ArrayList<>(graph.nodes());
        var all = fill(Plan.of(everything, Map.of()));
        few.run();
        all.run();
        assertThat(few.array(gradient.get(0))).isEqualTo(all.array(gradient.get(0)));
        assertThat(few.array(gradient.get(1))).isEqualTo(all.array(gradient.get(1)));
        assertThat(few.array(loss)).isEqualTo(all.array(loss));
        assertThat(few.bytes()).isLessThan(all.bytes());
    }

    @Test
    void backwardThenForwardUsesTheValuesOfTheLastForwardPass() {
        var plan = fill(Plan.of(loss, gradient.get(0), gradient.get(1)));
        int forward = plan.stepsThrough(loss);
        assertThat(forward).isPositive().isLessThan(plan.steps());
        plan.run(0, forward);
        plan.run(forward, plan.steps());
        var first = plan.array(gradient.get(0)).clone();
        plan.run(0, forward);
        plan.run(forward, plan.steps());
        assertThat(plan.array(gradient.get(0))).isEqualTo(first);
    }

    @Test
    void runningAllocatesNothing() {
        var plan = fill(Plan.of(loss, gradient.get(0), gradient.get(1)));
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        runMany(plan, 20_000);
        long before = thread.getCurrentThreadAllocatedBytes();
        runMany(plan, 1_000);
        long once = thread.getCurrentThreadAllocatedBytes() - before;
        before = thread.getCurrentThreadAllocatedBytes();
        runMany(plan, 3_000);
        long thrice = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(thrice).isEqualTo(once);
    }

    /// Vectors that the compiler does not keep in registers would be objects.
    @Test
    void productsOfEveryShapeAllocateNothing() {
        var wide = graph.input("wide", new Shape(3, 70));
        var narrow = graph.input("narrow", new Shape(70, 11));
        var hidden = x.matmul(wide, false, false).tanh();
        var output = hidden.matmul(narrow, false, false).sigmoid();
        var slopes = graph.gradient(output.total(), List.of(wide, narrow));
        var plan = Plan.of(slopes.getFirst(), slopes.getLast());
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 100 && allocated > 1_000; round++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            runMany(plan, 500);
            allocated = thread.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isLessThan(1_000);
    }

    @Test
    void boundArraysAreSharedWithTheCaller() {
        var shared = new double[12];
        var plan = Plan.of(List.of(weights.total()), Map.of(weights, shared));
        shared[3] = 5;
        assertThat(plan.run().scalar()).isEqualTo(5);
    }

    @Test
    void whatDependsOnConstantsAloneIsComputedOnce() {
        var constant = graph.constant(2).times(graph.constant(3)).exp();
        assertThat(Plan.of(constant).steps()).isZero();
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        var plan = Plan.of(loss);
        assertThatThrownBy(() -> plan.with(biases, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.array(scores)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plan.of(List.of(loss), Map.of(weights, new double[3])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void runMany(Plan plan, int times) {
        for (int i = 0; i < times; i++) {
            plan.run();
        }
    }

    private Plan fill(Plan plan) {
        var random = new SplittableRandom(1);
        for (var input : List.of(x, weights, biases)) {
            plan.with(input, random.doubles(input.shape().size(), -1, 1).toArray());
        }
        var oneHot = new double[80];
        for (int i = 0; i < 20; i++) {
            oneHot[4 * i + i % 4] = 1;
        }
        return plan.with(targets, oneHot);
    }
}
