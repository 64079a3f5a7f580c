package io.chainrule.service.job;

import io.chainrule.learning.model.Model;

/// A model as it was after one epoch of its training.
public record Frame(int epoch, Model model) {}
