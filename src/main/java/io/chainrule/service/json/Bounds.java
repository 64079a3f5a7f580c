package io.chainrule.service.json;

import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.learning.specification.Maxima;

/// How much a document may ask for.
///
/// @param expressions of each expression in it
/// @param maxima of the settings that name one
public record Bounds(ExpressionLimits expressions, Maxima maxima) {

    /// For what is kept or bundled: it was allowed when it was written, and stays readable when less is allowed.
    public static final Bounds BEARABLE = new Bounds(ExpressionLimits.BEARABLE, Maxima.NONE);
}
