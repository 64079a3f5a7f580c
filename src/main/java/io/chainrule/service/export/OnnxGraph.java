package io.chainrule.service.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An ONNX graph under construction. Values are known by name; ours start with a slash, lest they meet a feature's.
final class OnnxGraph {

    /// The domain of operators for categories and labels.
    static final String ML = "ai.onnx.ml";

    private static final String ROWS = "rows";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Precision precision;
    private int names;

    OnnxGraph(String name, Precision precision) {
        this.graph.setName(name);
        this.precision = precision;
    }

    Precision precision() {
        return precision;
    }

    /// Adds an operator.
    ///
    /// @return the name of its result
    String apply(String operator, String... inputs) {
        return apply("", operator, List.of(), inputs);
    }

    /// Adds an operator of a domain, with attributes.
    String apply(String domain, String operator, List<AttributeProto> attributes, String... inputs) {
        var result = "/" + names++;
        graph.addNode(NodeProto.newBuilder()
                .setName(result)
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addAllAttribute(attributes)
                .addOutput(result));
        return result;
    }

    /// The same number everywhere.
    String number(double value) {
        return matrix(1, 1, value);
    }

    String matrix(int rows, int columns, double... values) {
        var tensor = tensor(precision.type()).addDims(rows).addDims(columns);
        for (double value : values) {
            switch (precision) {
                case FLOAT32 -> tensor.addFloatData((float) value);
                case FLOAT64 -> tensor.addDoubleData(value);
            }
        }
        return kept(tensor);
    }

    String whole(long... values) {
        var tensor = tensor(TensorProto.DataType.INT64).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return kept(tensor);
    }

    String texts(List<String> values) {
        var tensor = tensor(TensorProto.DataType.STRING).addDims(values.size());
        values.forEach(value -> tensor.addStringData(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
        return kept(tensor);
    }

    private TensorProto.Builder tensor(TensorProto.DataType type) {
        return TensorProto.newBuilder().setName("/" + names++).setDataType(type.getNumber());
    }

    private String kept(TensorProto.Builder tensor) {
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    /// What a caller provides: a column of any number of rows.
    void input(String name, TensorProto.DataType type) {
        graph.addInput(value(name, type, 1));
    }

    /// What a caller gets, under a name for people.
    ///
    /// @param columns 0 for a list
    void output(String name, String value, TensorProto.DataType type, int columns) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType("Identity")
                .addInput(value)
                .addOutput(name));
        graph.addOutput(value(name, type, columns));
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, int columns) {
        var shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(ROWS);
        if (columns > 0) {
            shape.addDimBuilder().setDimValue(columns);
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, List<String> values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRINGS);
        values.forEach(value -> attribute.addStrings(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
        return attribute.build();
    }

    GraphProto build() {
        return graph.build();
    }
}
