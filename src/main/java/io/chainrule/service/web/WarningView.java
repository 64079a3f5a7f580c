package io.chainrule.service.web;

import io.chainrule.engine.expression.Warning;
import io.chainrule.service.web.GraphView.SpanView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that the reader of a result should know.
record WarningView(
        String code,
        @Nullable Integer node,
        @Nullable SpanView span,
        @Nullable List<Double> operands,
        String detail,
        @Nullable String fix) {

    static WarningView of(Warning warning) {
        return new WarningView(
                warning.code(),
                warning.node(),
                warning.span() == null ? null : SpanView.of(warning.span()),
                warning.operands().isEmpty() ? null : warning.operands(),
                warning.detail(),
                warning.fix());
    }
}
