package io.chainrule.engine.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Something that a reader of the result should know, and what to do about it.
///
/// @param node the node of the graph that it is about, if any
/// @param span where that node is written
/// @param operands the values that met there
/// @param row of a batch, or the expression of a Jacobian, counted from 0
/// @param oneSided at a kink, the derivatives on both sides by variable; else empty
public record Warning(
        String code,
        @Nullable Integer node,
        @Nullable Span span,
        List<Double> operands,
        String detail,
        String fix,
        @Nullable Integer row,
        SequencedMap<String, OneSided> oneSided) {

    public Warning {
        operands = List.copyOf(operands);
        oneSided = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(oneSided));
    }

    public static Warning general(String code, String detail, String fix) {
        return new Warning(code, null, null, List.of(), detail, fix, null, new LinkedHashMap<>());
    }

    static Warning at(ExplainedGraph.Node node, List<Double> operands, String code, String detail, String fix) {
        return new Warning(
                code, node.id(), node.spans().getFirst(), operands, detail, fix, null, new LinkedHashMap<>());
    }

    Warning with(SequencedMap<String, OneSided> slopes) {
        return new Warning(code, node, span, operands, detail, fix, row, slopes);
    }

    Warning inRow(int number, String newDetail) {
        return new Warning(code, node, span, operands, newDetail, fix, number, oneSided);
    }
}
