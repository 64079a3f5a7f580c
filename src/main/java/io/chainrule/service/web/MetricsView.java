package io.chainrule.service.web;

import io.chainrule.learning.evaluation.ClassMeasure;
import io.chainrule.learning.evaluation.ClassificationMetrics;
import io.chainrule.learning.evaluation.ConfusionMatrix;
import io.chainrule.learning.evaluation.RegressionMetrics;
import io.chainrule.learning.evaluation.RocCurve;
import io.chainrule.learning.evaluation.ValueErrors;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Tensor;
import io.chainrule.learning.model.Uncertainty;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How well a model does.
///
/// @param dataset the id of the one it was measured on
/// @param split which of the examples of its job; absent for another dataset
/// @param omitted rows of the dataset that were not among the examples
/// @param support how many examples each class has
/// @param outputs errors of each of several targets; rmse and mae are of all of them, r2 is the mean of theirs
/// @param residualSumOfSquares of these examples; for models that are an expression
/// @param residualStandardDeviation of the fit, with the parameters taken into account; kept with the model
/// @param covariance of each parameter of the fit with each; kept with the model
/// @param confusionMatrix a row a true class, a column a predicted one, in the order of `classes`
@SuppressWarnings("ArrayRecordComponent") // counts on their way out: nobody compares them
record MetricsView(
        String model,
        String dataset,
        @Nullable String split,
        int examples,
        int omitted,
        double loss,
        @Nullable Double accuracy,
        @Nullable Double balancedAccuracy,
        @Nullable MeasureView precision,
        @Nullable MeasureView recall,
        @Nullable MeasureView f1,
        @Nullable List<String> classes,
        @Nullable Map<String, Integer> support,
        int @Nullable [][] confusionMatrix,
        @Nullable Double rocAuc,
        @Nullable Double logLoss,
        @Nullable Double brier,
        @Nullable List<RocView> roc,
        @Nullable Double rmse,
        @Nullable Double mae,
        @Nullable Double r2,
        @Nullable Map<String, ErrorsView> outputs,
        @Nullable Double residualSumOfSquares,
        @Nullable Double residualStandardDeviation,
        @Nullable Map<String, Map<String, Double>> covariance) {

    static MetricsView of(Trial trial, boolean withCurves) {
        return switch (trial.metrics()) {
            case ClassificationMetrics metrics -> of(trial, metrics, withCurves);
            case RegressionMetrics metrics -> of(trial, metrics);
        };
    }

    private static MetricsView of(Trial trial, ClassificationMetrics metrics, boolean withCurves) {
        return new MetricsView(
                trial.about().id(),
                trial.dataset(),
                part(trial),
                metrics.examples(),
                trial.examples().omitted(),
                metrics.loss(),
                metrics.accuracy(),
                metrics.balancedAccuracy(),
                MeasureView.of(metrics.precision()),
                MeasureView.of(metrics.recall()),
                MeasureView.of(metrics.f1()),
                metrics.confusion().classes(),
                support(metrics.confusion()),
                counts(metrics.confusion()),
                metrics.rocAuc(),
                metrics.logLoss(),
                metrics.brier(),
                withCurves ? metrics.curves().stream().map(RocView::of).toList() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static MetricsView of(Trial trial, RegressionMetrics metrics) {
        var errors = metrics.errors();
        var model = trial.model();
        var uncertainty = model.uncertainty();
        return new MetricsView(
                trial.about().id(),
                trial.dataset(),
                part(trial),
                metrics.examples(),
                trial.examples().omitted(),
                metrics.loss(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                errors.rmse(),
                errors.mae(),
                errors.r2(),
                metrics.perTarget().size() == 1 ? null : perTarget(metrics),
                model.spec() instanceof ModelSpec.ExpressionModel ? errors.residualSumOfSquares() : null,
                uncertainty == null ? null : uncertainty.residualStandardDeviation(),
                uncertainty == null ? null : covariance(model, uncertainty));
    }

    private static Map<String, ErrorsView> perTarget(RegressionMetrics metrics) {
        var views = new LinkedHashMap<String, ErrorsView>();
        metrics.perTarget().forEach((target, errors) -> views.put(target, ErrorsView.of(errors)));
        return views;
    }

    private static Map<String, Map<String, Double>> covariance(Model model, Uncertainty uncertainty) {
        var names = model.parameters().tensors().stream().map(Tensor::name).toList();
        var rows = new LinkedHashMap<String, Map<String, Double>>();
        for (int i = 0; i < names.size(); i++) {
            var row = new LinkedHashMap<String, Double>();
            for (int j = 0; j < names.size(); j++) {
                row.put(names.get(j), uncertainty.covariance(i, j));
            }
            rows.put(names.get(i), row);
        }
        return rows;
    }

    private static @Nullable String part(Trial trial) {
        return trial.part() == null ? null : Settings.name(trial.part());
    }

    private static Map<String, Integer> support(ConfusionMatrix confusion) {
        var support = new LinkedHashMap<String, Integer>();
        for (int label = 0; label < confusion.classes().size(); label++) {
            support.put(confusion.classes().get(label), confusion.support(label));
        }
        return support;
    }

    private static int[][] counts(ConfusionMatrix confusion) {
        int classes = confusion.classes().size();
        var counts = new int[classes][classes];
        for (int truth = 0; truth < classes; truth++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                counts[truth][predicted] = confusion.count(truth, predicted);
            }
        }
        return counts;
    }

    /// How far the predictions of one target are from it.
    record ErrorsView(double rmse, double mae, @Nullable Double r2) {

        static ErrorsView of(ValueErrors errors) {
            return new ErrorsView(errors.rmse(), errors.mae(), errors.r2());
        }
    }

    /// A measure class by class, where it is defined, and two averages.
    record MeasureView(Map<String, Double> perClass, double macro, double weighted) {

        static MeasureView of(ClassMeasure measure) {
            return new MeasureView(measure.perClass(), measure.macro(), measure.weighted());
        }
    }

    /// The corners of a ROC curve, column by column.
    ///
    /// @param label the class that is told from the others
    /// @param threshold from which probability on an example is taken for the class
    @SuppressWarnings("ArrayRecordComponent")
    record RocView(
            String label, double auc, double[] threshold, double[] falsePositiveRate, double[] truePositiveRate) {

        static RocView of(RocCurve curve) {
            return new RocView(
                    curve.label(),
                    curve.area(),
                    curve.threshold(),
                    curve.falsePositiveRate(),
                    curve.truePositiveRate());
        }
    }
}
