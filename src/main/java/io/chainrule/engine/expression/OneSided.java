package io.chainrule.engine.expression;

/// The derivatives on both sides of a place, NaN where there is none.
public record OneSided(double left, double right) {}
