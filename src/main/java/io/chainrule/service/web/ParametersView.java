package io.chainrule.service.web;

import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.model.Tensor;
import io.chainrule.learning.model.TensorRole;
import io.chainrule.learning.model.Uncertainty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Weights and biases in layer order, or the parameters of an expression.
///
/// @param parameters `layers.0.weights` has a row for each input and a column for each unit, `layers.0.biases` a number
///     for each unit; a parameter of an expression is one number
/// @param standardErrors of the parameters of an expression, where its fit tells them
record ParametersView(
        String model,
        Map<String, Object> parameters,
        @Nullable Map<String, Double> standardErrors) {

    static ParametersView of(String id, Model model) {
        return model.spec() instanceof ModelSpec.ExpressionModel
                ? ofExpression(id, model.parameters(), model.uncertainty())
                : ofLayers(id, model.parameters());
    }

    private static ParametersView ofLayers(String id, Parameters parameters) {
        var tensors = new LinkedHashMap<String, Object>();
        parameters.tensors().forEach(tensor -> tensors.put(tensor.name(), shaped(tensor)));
        return new ParametersView(id, tensors, null);
    }

    private static ParametersView ofExpression(String id, Parameters parameters, @Nullable Uncertainty uncertainty) {
        var values = new LinkedHashMap<String, Object>();
        var errors = new LinkedHashMap<String, Double>();
        for (var tensor : parameters.tensors()) {
            if (uncertainty != null) {
                errors.put(tensor.name(), uncertainty.standardError(errors.size()));
            }
            values.put(tensor.name(), tensor.values()[0]);
        }
        return new ParametersView(id, values, uncertainty == null ? null : errors);
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
