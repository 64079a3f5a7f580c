package io.chainrule.learning.model;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// How far the parameters of a formula may be off, as the theory of least squares tells from what is left over: kept
/// with the model, since it outlives its data.
///
/// With residuals r and their derivatives J by p parameters in n examples, s² = |r|²/(n − p) and the covariance is
/// s²(JᵀJ)⁻¹.
public record Uncertainty(
        @Setting(help = "s, the standard deviation of the residuals")
        double residualStandardDeviation,

        @Setting(help = "Of each parameter with each, in their order")
        List<List<Double>> covariance) {

    public Uncertainty {
        Settings.require(Uncertainty.class, residualStandardDeviation, covariance);
        covariance = covariance.stream().map(List::copyOf).toList();
    }

    /// Of a parameter with another, by position.
    public double covariance(int parameter, int other) {
        return covariance.get(parameter).get(other);
    }

    /// The root of a parameter's variance.
    public double standardError(int parameter) {
        return Math.sqrt(covariance(parameter, parameter));
    }
}
