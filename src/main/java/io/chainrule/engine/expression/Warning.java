package io.chainrule.engine.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a reader of the result should know, and what to do about it.
///
/// @param node the node of the graph that it is about, if any
/// @param span where that node is written
/// @param operands the values that met there
public record Warning(
        String code, @Nullable Integer node, @Nullable Span span, List<Double> operands, String detail, String fix) {

    public Warning {
        operands = List.copyOf(operands);
    }

    static Warning general(String code, String detail, String fix) {
        return new Warning(code, null, null, List.of(), detail, fix);
    }

    static Warning at(ExplainedGraph.Node node, List<Double> operands, String code, String detail, String fix) {
        return new Warning(code, node.id(), node.spans().getFirst(), operands, detail, fix);
    }
}
