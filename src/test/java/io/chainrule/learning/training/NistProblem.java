package io.chainrule.learning.training;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.Tables;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A problem of the Statistical Reference Datasets (NIST StRD, nonlinear regression) with its certified answer: eleven
/// digits that were found in quadruple precision.
public record NistProblem(String name, JsonNode told) {

    /// The far start and the near one.
    public enum Start {
        START1,
        START2;

        private String key() {
            return this == START1 ? "start1" : "start2";
        }
    }

    public static List<NistProblem> all() {
        try (var file = NistProblem.class.getResourceAsStream("/nist/nist-strd.json")) {
            var problems = new JsonMapper().readTree(Objects.requireNonNull(file));
            return problems.properties().stream()
                    .map(problem -> new NistProblem(problem.getKey(), problem.getValue()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static NistProblem named(String name) {
        return all().stream()
                .filter(problem -> problem.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    public String formula() {
        return told.get("model").stringValue();
    }

    public SequencedMap<String, Double> certified() {
        return numbers("certified");
    }

    public SequencedMap<String, Double> standardErrors() {
        return numbers("standardDeviation");
    }

    public double residualSumOfSquares() {
        return told.get("residualSumOfSquares").doubleValue();
    }

    public double residualStandardDeviation() {
        return told.get("residualStandardDeviation").doubleValue();
    }

    SequencedMap<String, Double> numbers(String key) {
        var numbers = new LinkedHashMap<String, Double>();
        told.get(key)
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().doubleValue()));
        return numbers;
    }

    Dataset dataset() {
        var columns = new LinkedHashMap<String, List<Double>>();
        told.get("columns")
                .properties()
                .forEach(column -> columns.put(
                        column.getKey(),
                        column.getValue()
                                .valueStream()
                                .map(JsonNode::doubleValue)
                                .toList()));
        return Tables.ofColumns(columns, new DatasetSpec(name, "y", Task.REGRESSION), DatasetLimits.standard());
    }

    Specs fitFrom(Start start) {
        return Specs.linear()
                .model(new ModelSpec.ExpressionModel(ExpressionParser.parse(formula()), numbers(start.key())))
                .optimizer(new OptimizerSpec.LevenbergMarquardt())
                .epochs(1000);
    }

    /// To how many digits a number agrees with a certified one.
    static double digits(double number, double certified) {
        return -StrictMath.log10(Math.abs(number - certified) / Math.abs(certified));
    }

    @Override
    public String toString() {
        return name;
    }
}
