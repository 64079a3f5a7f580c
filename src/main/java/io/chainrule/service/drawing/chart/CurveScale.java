package io.chainrule.service.drawing.chart;

import io.chainrule.learning.specification.Choice;

/// How values are laid out along an axis.
public enum CurveScale {
    @Choice(help = "Equal steps are equally long")
    LINEAR,
    @Choice(help = "Equal factors are equally long; accuracy stays linear")
    LOG
}
