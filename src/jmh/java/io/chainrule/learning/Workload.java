package io.chainrule.learning;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// What is trained in the benchmarks: a classifier with ReLU layers on seeded clouds of points, one cloud a class.
///
/// Each epoch ends with the loss and the accuracy of the whole set.
public enum Workload {
    LINEAR_2_2(new int[] {2, 2}, 100, 100, 500, """
            {"type": "sgd", "learningRate": 0.1}"""),
    MLP_2_16_4(new int[] {2, 16, 4}, 40, 40, 500, """
            {"type": "sgd", "learningRate": 0.1}"""),
    MLP_2_64_64_3(new int[] {2, 64, 64, 3}, 1_000, 32, 200, """
            {"type": "adam", "learningRate": 0.001}"""),
    MLP_784_256_128_10(new int[] {784, 256, 128, 10}, 10_000, 128, 5, """
            {"type": "sgd", "learningRate": 0.05, "momentum": 0.9}"""),
    LOGISTIC_28(new int[] {28, 2}, 1_000_000, 1_024, 1, """
            {"type": "sgd", "learningRate": 0.1}""");

    /// Units of every layer, from the features to the classes.
    final int[] units;

    final int examples;
    final int batchSize;
    final int epochs;
    private final String optimizer;

    Workload(int[] units, int examples, int batchSize, int epochs, String optimizer) {
        this.units = units;
        this.examples = examples;
        this.batchSize = batchSize;
        this.epochs = epochs;
        this.optimizer = optimizer;
    }

    boolean isFullBatch() {
        return batchSize == examples;
    }

    int features() {
        return units[0];
    }

    int classes() {
        return units[units.length - 1];
    }

    /// The points, row by row: those of a class lie around a centre of their own.
    double[] points() {
        var random = new SplittableRandom(7);
        var centres = random.doubles((long) classes() * features(), -1, 1).toArray();
        var points = new double[examples * features()];
        for (int i = 0; i < points.length; i++) {
            int example = i / features();
            points[i] = centres[label(example) * features() + i % features()] + random.nextDouble(-1, 1);
        }
        return points;
    }

    int label(int example) {
        return example % classes();
    }

    Dataset dataset() {
        var points = points();
        var columns = new ArrayList<Column>();
        for (int feature = 0; feature < features(); feature++) {
            var values = new double[examples];
            for (int example = 0; example < examples; example++) {
                values[example] = points[example * features() + feature];
            }
            columns.add(new NumberColumn("x" + feature, values));
        }
        var labels = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        var codes = IntStream.range(0, examples).map(this::label).toArray();
        columns.add(new CategoryColumn("label", labels.subList(0, classes()), codes));
        return new Dataset(name(), new Table(columns), "label", Task.CLASSIFICATION);
    }

    TrainingSpec spec() {
        var hidden = Arrays.toString(Arrays.copyOfRange(units, 1, units.length - 1));
        var model =
                units.length == 2 ? "{\"type\": \"linear\"}" : "{\"type\": \"mlp\", \"hidden\": %s}".formatted(hidden);
        var batch = isFullBatch() ? "" : "\"batchSize\": %d,".formatted(batchSize);
        var json = """
                {"dataset": "clouds", "model": %s, "optimizer": %s, %s "epochs": %d, "standardize": false, "seed": 1}
                """.formatted(model, optimizer, batch, epochs);
        return SpecReader.read(JsonMapper.builder().build().readTree(json), TrainingSpec.class);
    }

    /// Multiplications with additions that an epoch takes in its matrix products: forward, with the weights' and the
    /// inputs' gradients; those of the measurement too, unless the next step begins with its forward pass.
    long multiplyAdds() {
        long forward = 0;
        long backward = 0;
        for (int layer = 1; layer < units.length; layer++) {
            long product = (long) units[layer - 1] * units[layer] * examples;
            forward += product;
            backward += layer == 1 ? product : 2 * product;
        }
        return backward + (isFullBatch() ? forward : 2 * forward);
    }
}
