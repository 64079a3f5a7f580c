package io.chainrule.engine.graph;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The named functions of all tables, built once: every explained gradient looks its nodes up here.
final class FunctionTable {

    static final List<Function> ALL = Stream.<Function[]>of(Unary.values(), Binary.values(), Several.values())
            .flatMap(Stream::of)
            .filter(function -> !function.key().isEmpty())
            .toList();

    /// One or two of each: they differ in how many operands they take.
    static final Map<String, List<Function>> BY_KEY = ALL.stream().collect(groupingBy(Function::key));

    private FunctionTable() {}
}
