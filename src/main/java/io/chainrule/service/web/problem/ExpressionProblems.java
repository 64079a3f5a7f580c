package io.chainrule.service.web.problem;

import io.chainrule.engine.expression.ExpressionException;
import io.chainrule.engine.expression.ExpressionSyntaxException;
import io.chainrule.engine.expression.ExpressionTooComplexException;
import io.chainrule.engine.expression.MissingVariableException;
import io.chainrule.engine.expression.UnknownNameException;
import io.chainrule.learning.specification.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be wrong with an expression.
final class ExpressionProblems {

    private ExpressionProblems() {}

    /// @param pointer to the expression in its request
    static Problem of(ExpressionException wrong, String pointer) {
        return switch (wrong) {
            case ExpressionSyntaxException syntax ->
                located(ProblemCode.EXPRESSION_SYNTAX, pointer + syntax.pointer(), syntax.position(), wrong)
                        .with("expected", syntax.expected());
            case UnknownNameException unknown -> {
                var problem = located(ProblemCode.UNKNOWN_NAME, place(unknown, pointer), unknown.position(), wrong)
                        .with("name", unknown.name());
                yield unknown.nearest() == null ? problem : problem.with("nearest", unknown.nearest());
            }
            case MissingVariableException missing ->
                problem(ProblemCode.MISSING_VARIABLE, wrong)
                        .withErrors(missing.names().stream()
                                .map(name -> fault(Violation.pointer(missing.place(), name), "No value for " + name))
                                .toList());
            case ExpressionTooComplexException complex ->
                problem(ProblemCode.EXPRESSION_TOO_COMPLEX, wrong)
                        .withErrors(List.of(fault(pointer, ServiceProblems.message(wrong))))
                        .with("limit", complex.limit());
        };
    }

    private static Problem located(
            ProblemCode code, String pointer, @Nullable Integer position, ExpressionException wrong) {
        var problem = problem(code, wrong).withErrors(List.of(fault(pointer, ServiceProblems.message(wrong))));
        return position == null ? problem : problem.with("position", position);
    }

    /// In the expression, or beside it.
    private static String place(UnknownNameException unknown, String pointer) {
        return (unknown.place().equals("expression") ? pointer : "/" + unknown.place()) + unknown.pointer();
    }

    private static Problem problem(ProblemCode code, ExpressionException wrong) {
        return Problem.of(code, ServiceProblems.message(wrong)).withFix(wrong.fix());
    }

    private static Fault fault(String pointer, String detail) {
        return Fault.at(new Violation(pointer, detail));
    }
}
