package io.chainrule.service.drawing.chart;

import io.chainrule.learning.training.History;

/// The epochs of a training run, and what the run is called in a picture.
public record NamedHistory(String name, History.Rows epochs) {}
