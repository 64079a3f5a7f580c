package io.chainrule.learning.model;

/// What a forward pass is for. Layers like dropout do in training what they do not do afterwards.
public enum Pass {
    TRAINING,
    INFERENCE
}
