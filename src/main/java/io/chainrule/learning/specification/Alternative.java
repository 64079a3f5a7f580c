package io.chainrule.learning.specification;

/// One case of a closed choice: its name on the wire, its help, and the enum constant or record class it stands for.
public record Alternative(String name, String help, Object meaning) {}
