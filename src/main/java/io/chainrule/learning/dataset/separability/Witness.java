package io.chainrule.learning.dataset.separability;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.statistics.Standardization;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Weights and biases in raw units with which every example's own class scores strictly highest.
///
/// @param weights one row an input, one column a class
/// @param biases one a class
public record Witness(List<List<Double>> weights, List<Double> biases) {

    private static final double UNIT = 0x1p-53;

    public Witness {
        weights = weights.stream().map(List::copyOf).toList();
        biases = List.copyOf(biases);
    }

    /// From unknowns found for standardized inputs: w·(x − m)/s + b = (w/s)·x + (b − Σ wm/s).
    static Witness of(double[] v, List<Standardization> units, int classes) {
        int inputs = units.size();
        var weights = new Double[inputs][classes];
        var biases = new Double[classes];
        for (int label = 0; label < classes; label++) {
            boolean isLast = label == classes - 1;
            int at = label * (inputs + 1);
            double bias = isLast ? 0 : v[at + inputs];
            for (int input = 0; input < inputs; input++) {
                var unit = units.get(input);
                double weight = isLast || unit.deviation() == 0 ? 0 : v[at + input] / unit.deviation();
                weights[input][label] = weight;
                bias -= weight * unit.mean();
            }
            biases[label] = bias;
        }
        return new Witness(Stream.of(weights).map(List::of).toList(), List.of(biases));
    }

    /// Where there is nothing to lead over, zeros do.
    static Witness ofOneClass(int inputs) {
        return new Witness(Collections.nCopies(inputs, List.of(0.0)), List.of(0.0));
    }

    /// Whether it holds for every example, whatever the order in which a score is summed up: the own class
    /// leads by more than all roundings of both scores together can come to.
    boolean separates(Matrix examples, int[] labels) {
        var scores = new double[biases.size()];
        var roundings = new double[biases.size()];
        for (int example = 0; example < examples.rows(); example++) {
            evaluate(examples, example, scores, roundings);
            int own = labels[example];
            for (int other = 0; other < scores.length; other++) {
                if (other != own && !(scores[own] - scores[other] > roundings[own] + roundings[other])) {
                    return false;
                }
            }
        }
        return true;
    }

    /// A sum of n products and a bias is off by at most (n + 1)u times the sum of magnitudes, to first order;
    /// doubled for all higher ones.
    private void evaluate(Matrix examples, int example, double[] scores, double[] roundings) {
        for (int label = 0; label < scores.length; label++) {
            double score = biases.get(label);
            double magnitude = Math.abs(score);
            for (int input = 0; input < examples.columns(); input++) {
                double term = weights.get(input).get(label) * examples.at(example, input);
                score += term;
                magnitude += Math.abs(term);
            }
            scores[label] = score;
            roundings[label] = 2 * (examples.columns() + 3) * UNIT * magnitude;
        }
    }
}
