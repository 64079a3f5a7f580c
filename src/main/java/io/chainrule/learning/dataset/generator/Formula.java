package io.chainrule.learning.dataset.generator;

import io.chainrule.engine.expression.Batch;
import io.chainrule.engine.expression.BatchQuestion;
import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.MissingVariableException;
import io.chainrule.learning.dataset.ColumnNames;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Points of a box, and in the column `target` what an expression makes of them: of a comparison the classes 0 and 1,
/// else numbers, which are values or classes as with any dataset.
///
/// @param inputs the ends of each interval, by name
@Choice(value = "expression", help = "Any expression of inputs that are uniform over intervals")
public record Formula(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(
                help = "Standard deviation of the normal noise on the target;"
                        + " of a comparison, the share of examples that get the other class",
                byDefault = "0",
                min = 0,
                max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(
                help = "The interval that each input is from, least and greatest",
                least = 1,
                most = 20,
                example = "{\"x\": [-3, 3], \"y\": [-3, 3]}")
        Map<String, List<Double>> inputs,

        @Setting(help = "What there is to learn, an expression of the inputs", example = "\"sin(x) > y\"")
        Expression target)
        implements GeneratorSpec {

    private static final String TARGET = "target";

    public Formula {
        Settings.require(Formula.class, examples, noise, seed, inputs, target);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        requireIntervals(inputs);
        requireInputs(target, inputs);
        if (isComparison(target) && noise > 1) {
            throw new InvalidSpecException(
                    "/noise", "The noise of a comparison is a share of the examples, at most 1, but is " + noise);
        }
    }

    @Override
    public Dataset generate(String name) {
        var points = ValueGenerator.draw(intervals(), examples, seed);
        var values = new BatchQuestion(target, Batch.of(points, Map.of()), List.of(), 1, Map.of())
                .answer()
                .value();
        requireFinite(values, points);
        var noises = RandomStream.of(seed, "generator noise");
        for (int row = 0; row < values.length; row++) {
            values[row] = noisy(values[row], noises);
        }
        var numbers = new NumberColumn(TARGET, values);
        var dataset = ValueGenerator.dataset(name, points, numbers, Task.REGRESSION);
        return Task.suitedTo(numbers) == Task.CLASSIFICATION
                ? dataset.withTarget(TARGET, Task.CLASSIFICATION)
                : dataset;
    }

    private double noisy(double value, RandomStream noises) {
        if (isComparison(target)) {
            return noises.nextDouble() < noise ? 1 - value : value;
        }
        return value + noise * noises.nextNormal() + 0.0; // no -0
    }

    private SequencedMap<String, Interval> intervals() {
        var intervals = new LinkedHashMap<String, Interval>();
        inputs.forEach((input, ends) -> intervals.put(input, new Interval(ends.getFirst(), ends.getLast())));
        return intervals;
    }

    private static boolean isComparison(Expression target) {
        return target instanceof Expression.Operation operation
                && operation.operator().isComparison();
    }

    private static void requireIntervals(Map<String, List<Double>> inputs) {
        ColumnNames.require(inputs.keySet());
        var violations = new ArrayList<Violation>();
        inputs.forEach((input, ends) -> {
            boolean isInterval = ends.size() == 2
                    && ends.stream().allMatch(end -> Math.abs(end) <= MOST)
                    && ends.getFirst() < ends.getLast();
            if (!isInterval) {
                violations.add(new Violation(
                        Violation.pointer("inputs", input),
                        "An interval is two numbers, the least and the greatest, from -1e6 to 1e6, but this one is "
                                + ends));
            }
        });
        if (inputs.containsKey(TARGET)) {
            violations.add(new Violation("/inputs/" + TARGET, "The column target is what the expression makes"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
    }

    private static void requireInputs(Expression target, Map<String, List<Double>> inputs) {
        try {
            target.requireValues(inputs.keySet(), "inputs");
        } catch (MissingVariableException missing) {
            throw new InvalidSpecException(
                    "/target",
                    "No input is called " + String.join(", ", missing.names()) + ", but the target needs it: "
                            + missing.fix());
        }
    }

    private static void requireFinite(double[] values, SequencedMap<String, double[]> points) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                var at = new ArrayList<String>();
                for (var input : points.entrySet()) {
                    at.add(input.getKey() + " = " + input.getValue()[row]);
                }
                throw new InvalidSpecException(
                        "/target",
                        "The target is " + values[row] + " at " + String.join(", ", at)
                                + ": choose inputs where it is finite");
            }
        }
    }
}
