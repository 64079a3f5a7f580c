package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import java.util.List;

/// A layer that centres and scales each of its inputs: while it trains by mean and variance of the batch, afterwards by
/// those that were usual in training (Ioffe and Szegedy 2015).
record NormalizationLayer(LayerSpec.BatchNorm spec, int units) implements Layer {

    @Override
    public List<TensorSpec> tensors() {
        return List.of(
                TensorSpec.row("scale", TensorRole.BIASES, units, 1),
                TensorSpec.row("shift", TensorRole.BIASES, units, 0),
                TensorSpec.row("mean", TensorRole.STATISTICS, units, 0),
                TensorSpec.row("variance", TensorRole.STATISTICS, units, 1));
    }

    @Override
    public long multiplyAdds() {
        return 0;
    }

    @Override
    public long valuesPerRow() {
        return 4L * units;
    }

    @Override
    public double nanosecondsPerRow() {
        return 5.0 * units; // quotients
    }

    @Override
    public Node trace(Node inputs, List<Node> tensors, Tracing tracing) {
        var scale = tensors.get(0);
        var shift = tensors.get(1);
        var mean = tensors.get(2);
        var variance = tensors.get(3);
        var centred = inputs.minus(mean);
        if (tracing.isTraining()) {
            var batchMean = meanOverRows(inputs);
            centred = inputs.minus(batchMean);
            var batchVariance = meanOverRows(centred.square());
            tracing.normalizes(new BatchStatistics(batchMean, batchVariance, mean, variance, spec.momentum()));
            variance = batchVariance;
        }
        var deviation = variance.linear(1, spec.epsilon()).sqrt();
        return centred.over(deviation).times(scale).plus(shift);
    }

    private static Node meanOverRows(Node values) {
        int rows = values.shape().rows();
        return values.sumTo(Shape.row(values.shape().columns())).linear(1.0 / rows, 0);
    }
}
