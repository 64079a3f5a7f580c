package io.chainrule.service.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.chainrule.engine.graph.Node;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.Pass;
import java.util.HashMap;
import java.util.List;

/// A model as an ONNX file: inputs are the features in raw units, encoding and scaling are inside; outputs are
/// `label` and `probabilities` (a column a class), or `value` (a column a target).
public final class OnnxModel {

    private static final int IR_VERSION = 9;
    private static final int OPERATORS = 19;
    private static final int ML_OPERATORS = 3;

    private OnnxModel() {}

    /// The bytes of the file.
    ///
    /// @param name for people
    /// @throws NotExportableException if the model does something that ONNX Runtime has no kernel for
    public static byte[] of(Model model, String name, Precision precision) {
        var graph = new OnnxGraph(name, precision);
        var forward = model.network().forward(1, Pass.INFERENCE);
        var known = new HashMap<Node, String>();
        known.put(forward.features(), new OnnxFeatures(graph).of(model.encoding()));
        for (int k = 0; k < forward.parameters().size(); k++) {
            var tensor = model.parameters().tensors().get(k);
            known.put(forward.parameters().get(k), graph.matrix(tensor.rows(), tensor.columns(), tensor.values()));
        }
        var predicted = model.link().of(model.link().scores(forward.outputs()));
        var prediction = new OnnxForward(graph, known).of(predicted);
        if (model.task() == Task.CLASSIFICATION) {
            var best = graph.apply(
                    "",
                    "ArgMax",
                    List.of(OnnxGraph.attribute("axis", 1), OnnxGraph.attribute("keepdims", 0)),
                    prediction);
            var labels = graph.apply("Gather", graph.texts(model.classes()), best);
            graph.output(free("label", model), labels, TensorProto.DataType.STRING, 0);
            graph.output(
                    free("probabilities", model),
                    prediction,
                    precision.type(),
                    model.classes().size());
        } else {
            graph.output(
                    free("value", model),
                    prediction,
                    precision.type(),
                    model.targets().size());
        }
        return file(graph);
    }

    /// A name that no feature has.
    private static String free(String name, Model model) {
        var free = name;
        while (model.encoding().featureNames().contains(free)) {
            free = "predicted_" + free;
        }
        return free;
    }

    private static byte[] file(OnnxGraph graph) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("chainrule")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(OnnxGraph.ML).setVersion(ML_OPERATORS))
                .setGraph(graph.build())
                .build()
                .toByteArray();
    }
}
