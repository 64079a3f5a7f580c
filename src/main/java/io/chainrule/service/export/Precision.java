package io.chainrule.service.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.chainrule.learning.specification.Choice;

/// The numbers of an exported model.
public enum Precision {
    @Choice(value = "float32", help = "Four bytes a number, which every runtime can do")
    FLOAT32(TensorProto.DataType.FLOAT),
    @Choice(value = "float64", help = "Eight bytes a number, as the model was trained")
    FLOAT64(TensorProto.DataType.DOUBLE);

    private final TensorProto.DataType type;

    Precision(TensorProto.DataType type) {
        this.type = type;
    }

    TensorProto.DataType type() {
        return type;
    }
}
