package io.chainrule.service.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.chainrule.learning.dataset.Encoding;
import io.chainrule.learning.dataset.FeatureEncoding;
import java.util.List;

/// Features in raw units, one input each, on their way to the numbers that a model takes.
///
/// NaN is a missing number and the empty text a missing category where the model knows what stands in for them. A
/// category that was never seen is none of the known ones.
final class OnnxFeatures {

    private final OnnxGraph graph;

    OnnxFeatures(OnnxGraph graph) {
        this.graph = graph;
    }

    /// The name of the rows×inputs matrix.
    String of(Encoding encoding) {
        var columns = encoding.features().stream().map(this::encoded).toList();
        return graph.apply("", "Concat", List.of(OnnxGraph.attribute("axis", 1)), columns.toArray(String[]::new));
    }

    private String encoded(FeatureEncoding feature) {
        return switch (feature) {
            case FeatureEncoding.Numeric numeric -> number(numeric);
            case FeatureEncoding.OneHot oneHot -> category(oneHot);
        };
    }

    private String number(FeatureEncoding.Numeric feature) {
        graph.input(feature.name(), graph.precision().type());
        var value = feature.name();
        if (feature.substitute() != null) {
            value = graph.apply("Where", graph.apply("IsNaN", value), graph.number(feature.substitute()), value);
        }
        var centred = graph.apply("Sub", value, graph.number(feature.center()));
        return graph.apply("Div", centred, graph.number(feature.scale()));
    }

    private String category(FeatureEncoding.OneHot feature) {
        graph.input(feature.name(), TensorProto.DataType.STRING);
        var value = feature.name();
        if (feature.substitute() != null) {
            var missing = graph.apply("Equal", value, graph.texts(List.of("")));
            value = graph.apply("Where", missing, graph.texts(List.of(feature.substitute())), value);
        }
        var attributes =
                List.of(OnnxGraph.attribute("cats_strings", feature.categories()), OnnxGraph.attribute("zeros", 1));
        var oneHot = graph.apply(OnnxGraph.ML, "OneHotEncoder", attributes, value);
        var flat = graph.apply("Reshape", oneHot, graph.whole(-1, feature.width()));
        return new OnnxFunctions(graph).cast(flat);
    }
}
