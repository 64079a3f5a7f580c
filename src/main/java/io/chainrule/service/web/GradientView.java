package io.chainrule.service.web;

import io.chainrule.engine.expression.BatchEvaluation;
import io.chainrule.engine.expression.Directional;
import io.chainrule.engine.expression.Evaluation;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.Warning;
import io.chainrule.engine.expression.derivation.Formulas;
import io.chainrule.engine.expression.derivation.Steps;
import io.chainrule.engine.expression.verification.Certificate;
import io.chainrule.service.json.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Value and derivatives of an expression; of many points, arrays with an entry each.
///
/// @param expression as it was written; spans count its characters
/// @param hessian by two variables
/// @param directional the derivative in the direction
/// @param hessianVector the Hessian times the direction
/// @param latex the expression
/// @param derivatives by variable
record GradientView(
        String expression,
        Numbers value,
        Map<String, Numbers> gradient,
        @Nullable Map<String, Map<String, Numbers>> hessian,
        @Nullable Numbers directional,
        @Nullable Map<String, Numbers> hessianVector,
        List<WarningView> warnings,
        @Nullable GraphView graph,
        @Nullable List<StepView> steps,
        @Nullable CertificateView check,
        @Nullable String latex,
        @Nullable Map<String, DerivativeView> derivatives) {

    /// A derivative as text that parses, and as LaTeX.
    record DerivativeView(String text, String latex) {}

    static GradientView of(String text, GradientQuestion question, GradientRequest asked) {
        var evaluation = question.answer();
        var along = asked.direction() == null ? null : Directional.of(question, asked.direction());
        var formulas = asked.formulas() ? Formulas.of(question.expression(), question.wrt()) : null;
        var graph = evaluation.graph();
        return new GradientView(
                text,
                Numbers.number(evaluation.value()),
                numbers(evaluation.gradient()),
                hessian(evaluation),
                along == null ? null : Numbers.number(along.derivative()),
                along == null || along.hessianVector() == null ? null : numbers(along.hessianVector()),
                warnings(evaluation.warnings(), formulas),
                asked.graph() ? GraphView.of(graph) : null,
                asked.steps() ? Steps.of(graph).stream().map(StepView::of).toList() : null,
                asked.check() ? CertificateView.of(Certificate.of(question, evaluation)) : null,
                formulas == null ? null : formulas.latex(),
                formulas == null ? null : derivatives(formulas));
    }

    static GradientView of(String text, BatchEvaluation batch, @Nullable Formulas formulas) {
        return new GradientView(
                text,
                Numbers.column(batch.value()),
                columns(batch.gradient()),
                hessian(batch),
                batch.directional() == null ? null : Numbers.column(batch.directional()),
                batch.hessianVector() == null ? null : columns(batch.hessianVector()),
                warnings(batch.warnings(), formulas),
                null,
                null,
                null,
                formulas == null ? null : formulas.latex(),
                formulas == null ? null : derivatives(formulas));
    }

    private static @Nullable Map<String, Map<String, Numbers>> hessian(Evaluation evaluation) {
        if (evaluation.hessian() == null) {
            return null;
        }
        var hessian = new LinkedHashMap<String, Map<String, Numbers>>();
        evaluation.hessian().forEach((name, row) -> hessian.put(name, numbers(row)));
        return hessian;
    }

    private static @Nullable Map<String, Map<String, Numbers>> hessian(BatchEvaluation batch) {
        if (batch.hessian() == null) {
            return null;
        }
        var hessian = new LinkedHashMap<String, Map<String, Numbers>>();
        batch.hessian().forEach((name, row) -> hessian.put(name, columns(row)));
        return hessian;
    }

    private static List<WarningView> warnings(List<Warning> warnings, @Nullable Formulas formulas) {
        var all = new ArrayList<>(warnings);
        if (formulas != null) {
            all.addAll(formulas.warnings());
        }
        return all.stream().map(WarningView::of).toList();
    }

    private static Map<String, DerivativeView> derivatives(Formulas formulas) {
        var derivatives = new LinkedHashMap<String, DerivativeView>();
        formulas.derivatives()
                .forEach((name, formula) -> derivatives.put(name, new DerivativeView(formula.text(), formula.latex())));
        return derivatives;
    }

    private static Map<String, Numbers> numbers(Map<String, Double> byName) {
        var numbers = new LinkedHashMap<String, Numbers>();
        byName.forEach((name, number) -> numbers.put(name, Numbers.number(number)));
        return numbers;
    }

    private static Map<String, Numbers> columns(Map<String, double[]> byName) {
        var columns = new LinkedHashMap<String, Numbers>();
        byName.forEach((name, column) -> columns.put(name, Numbers.column(column)));
        return columns;
    }
}
