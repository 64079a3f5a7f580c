package io.chainrule.engine.plan;

import io.chainrule.engine.graph.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A graph compiled once and run many times, over arrays of its own. It belongs to one thread; running allocates
/// nothing.
///
/// Steps keep the order of the graph, so the forward pass is a prefix of them: the gradient was appended later.
public final class Plan {

    private final Step[] steps;
    private final double[] @Nullable [] arrays; // null where values do not last
    private final Node first;
    private final long bytes;

    private Plan(Compilation compilation, Node first) {
        this.steps = compilation.steps();
        this.arrays = compilation.lastingArrays();
        this.bytes = compilation.bytes();
        this.first = first;
    }

    /// A plan for these outputs of one graph, with arrays of its own for the inputs.
    public static Plan of(Node... outputs) {
        return of(List.of(outputs), Map.of());
    }

    /// A plan for these outputs of one graph.
    ///
    /// @param bound inputs that read arrays of the caller, so that several plans share them
    /// @throws IllegalArgumentException if a bound array has not the size of its input
    public static Plan of(List<Node> outputs, Map<Node, double[]> bound) {
        return new Plan(new Compilation(outputs, bound), outputs.getFirst());
    }

    /// Copies values into an input; one number fills it. An input that no output depends on is left alone.
    public Plan with(Node input, double... values) {
        var array = input.id() < arrays.length ? arrays[input.id()] : null;
        if (array == null) {
            return this;
        }
        if (values.length == 1) {
            Arrays.fill(array, values[0]);
        } else if (values.length == array.length) {
            System.arraycopy(values, 0, array, 0, array.length);
        } else {
            throw new IllegalArgumentException(
                    "%s needs 1 or %d values but got %d".formatted(input, array.length, values.length));
        }
        return this;
    }

    /// Computes everything.
    public Plan run() {
        for (var step : steps) {
            step.run();
        }
        return this;
    }

    /// Computes the steps from `from` up to, but not including, `to`.
    public void run(int from, int to) {
        for (int i = from; i < to; i++) {
            steps[i].run();
        }
    }

    public int steps() {
        return steps.length;
    }

    /// How many steps it takes to have this node: the length of the forward pass, if it is the last of it.
    public int stepsThrough(Node last) {
        int count = 0;
        while (count < steps.length && steps[count].node <= last.id()) {
            count++;
        }
        return count;
    }

    /// The values of an input or output, row by row; the same array for ever, overwritten by every run.
    ///
    /// @throws IllegalArgumentException for any other node, whose values do not last
    public double[] array(Node node) {
        var array = node.id() < arrays.length ? arrays[node.id()] : null;
        if (array == null) {
            throw new IllegalArgumentException("The plan keeps inputs and outputs, and " + node + " is neither");
        }
        return array;
    }

    /// The first element of the first output.
    public double scalar() {
        return array(first)[0];
    }

    /// Memory of all arrays.
    public long bytes() {
        return bytes;
    }
}
