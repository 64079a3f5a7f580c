package io.chainrule.service.web;

import io.chainrule.engine.expression.BatchQuestion;
import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.derivation.Formulas;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.Numbers;
import io.chainrule.service.limits.Bearable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What to differentiate, where, and how much to tell of it.
record GradientRequest(
        @Setting(help = "The expression, as infix text or as a tree of function names", example = "\"sin(x*y) + x^2\"")
        JsonNode expression,

        @Setting(
                help = "The value of every variable; arrays of equal length for many points, numbers then apply to all",
                byDefault = "{}",
                finite = false,
                most = Bearable.POINT_NAMES,
                mostLimit = "point.names",
                example = "{\"x\": 1.5, \"y\": 2}")
        Map<String, Numbers> at,

        @Setting(help = "The variables to differentiate by; all of them if absent", example = "[\"x\"]") @Nullable
        List<String> wrt,

        @Setting(help = "1 for the gradient, 2 for the Hessian as well", byDefault = "1", min = 1, max = 2)
        int order,

        @Setting(
                help = "How the variables move, to answer the derivative in that direction, and with order 2 the"
                        + " Hessian times the direction",
                most = Bearable.POINT_NAMES,
                mostLimit = "point.names",
                example = "{\"x\": 1, \"y\": -1}")
        @Nullable
        Map<String, Double> direction,

        @Setting(help = "Whether to answer the computational graph; of one point only", byDefault = "false")
        boolean graph,

        @Setting(help = "Whether to answer both passes step by step; of one point only", byDefault = "false")
        boolean steps,

        @Setting(
                help = "Whether to compare reverse mode with forward mode and finite differences; at one point only",
                byDefault = "false")
        boolean check,

        @Setting(help = "Whether to answer the derivatives as formulas, as text and LaTeX", byDefault = "false")
        boolean formulas) {

    GradientRequest {
        Settings.require(GradientRequest.class, expression, at, wrt, order, direction, graph, steps, check, formulas);
    }

    Expression read(Bounds bounds) {
        return ExpressionReading.of(expression, "/expression", bounds);
    }

    Point point(int mostRows) {
        return Point.of(at, "/at", mostRows);
    }

    GradientQuestion toQuestion(Expression read, Point point) {
        return GradientQuestion.of(read, point.numbers(), wrt, order);
    }

    /// @throws InvalidSpecException if it asks for what only one point has
    BatchQuestion toBatch(Expression read, Point point) {
        var refused = new ArrayList<Violation>();
        refuse(graph, "graph", refused);
        refuse(steps, "steps", refused);
        refuse(check, "check", refused);
        if (!refused.isEmpty()) {
            throw new InvalidSpecException(refused);
        }
        return BatchQuestion.of(read, point.batch(), wrt, order, direction);
    }

    @Nullable
    Formulas formulas(BatchQuestion question) {
        return formulas ? Formulas.of(question.expression(), question.wrt()) : null;
    }

    private static void refuse(boolean asked, String name, List<Violation> refused) {
        if (asked) {
            refused.add(new Violation(
                    "/" + name, "%s is told of one point: leave it out, or give numbers in at".formatted(name)));
        }
    }
}
