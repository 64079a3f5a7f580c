package io.chainrule.service.drawing;

import io.chainrule.learning.specification.Choice;

/// Whether a picture is meant for paper or for a dark screen.
public enum Theme {
    @Choice(help = "Dark ink on white")
    LIGHT,
    @Choice(help = "Light ink on black")
    DARK
}
