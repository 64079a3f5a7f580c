package io.chainrule.service.web;

import io.chainrule.engine.expression.Warning;
import io.chainrule.service.web.CertificateView.OneSidedView;
import io.chainrule.service.web.GraphView.SpanView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that the reader of a result should know.
///
/// @param row of a batch, or the expression of a Jacobian, counted from 0
/// @param oneSided at a kink, the derivatives on both sides by variable
record WarningView(
        String code,
        @Nullable Integer node,
        @Nullable SpanView span,
        @Nullable List<Double> operands,
        @Nullable Integer row,
        @Nullable Map<String, OneSidedView> oneSided,
        String detail,
        @Nullable String fix) {

    static WarningView of(Warning warning) {
        var oneSided = new LinkedHashMap<String, OneSidedView>();
        warning.oneSided().forEach((name, sides) -> oneSided.put(name, OneSidedView.of(sides)));
        return new WarningView(
                warning.code(),
                warning.node(),
                warning.span() == null ? null : SpanView.of(warning.span()),
                warning.operands().isEmpty() ? null : warning.operands(),
                warning.row(),
                oneSided.isEmpty() ? null : oneSided,
                warning.detail(),
                warning.fix());
    }
}
