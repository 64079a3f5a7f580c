package io.chainrule.service.web;

import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.model.Tensor;
import io.chainrule.learning.model.TensorRole;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Weights and biases in layer order.
///
/// @param parameters `layers.0.weights` has a row for each input and a column for each unit, `layers.0.biases` a number
///     for each unit
record ParametersView(String model, Map<String, Object> parameters) {

    static ParametersView of(String model, Parameters parameters) {
        var tensors = new LinkedHashMap<String, Object>();
        parameters.tensors().forEach(tensor -> tensors.put(tensor.name(), shaped(tensor)));
        return new ParametersView(model, tensors);
    }

    private static Object shaped(Tensor tensor) {
        if (tensor.role() != TensorRole.WEIGHTS) {
            return tensor.values();
        }
        var rows = new double[tensor.rows()][];
        for (int row = 0; row < rows.length; row++) {
            int from = row * tensor.columns();
            rows[row] = Arrays.copyOfRange(tensor.values(), from, from + tensor.columns());
        }
        return rows;
    }
}
