package io.chainrule.service.limits;

/// How much of something there may be.
///
/// @param name a dotted path: of what, then what is counted
/// @param help a line for people
public record Limit(String name, long value, String help) {}
