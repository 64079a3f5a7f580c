package io.chainrule.learning.specification;

/// One case of a closed choice: its name on the wire, its help, and the enum constant or record class it stands for.
///
/// @param bare whether it may be written as its only setting alone
public record Alternative(String name, String help, Object meaning, boolean bare) {}
