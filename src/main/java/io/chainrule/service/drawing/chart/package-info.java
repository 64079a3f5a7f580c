/// Charts: axes, grids and legends of one style, and the pictures made of them.
///
/// Part of `service.drawing`; JFreeChart does the axes.
@NullMarked
package io.chainrule.service.drawing.chart;

import org.jspecify.annotations.NullMarked;
