package io.chainrule.service.web.report;

import io.chainrule.learning.training.Metric;
import io.chainrule.service.job.Experiment;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.job.comparison.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// An experiment on paper: what it comes to, its jobs ranked and side by side, and the numbers behind.
public final class ExperimentReport {

    /// So many of the best jobs are shown in pictures and tables.
    public static final int MOST_SHOWN = 6;

    private static final String NONE = "–";

    private ExperimentReport() {}

    /// The page as it is now.
    ///
    /// @param jobs those of the comparison, in its order
    public static String of(Experiment experiment, Comparison comparison, List<ReportedJob> jobs) {
        var html = ReportPage.begin(
                Objects.requireNonNullElse(experiment.name(), experiment.id()),
                "Experiment %s, posted %s; %d %s, %s."
                        .formatted(
                                experiment.id(),
                                experiment.createdAt(),
                                jobs.size(),
                                jobs.size() == 1 ? "job" : "jobs",
                                experiment.stage().name().toLowerCase(Locale.ROOT)));
        html.element("h2", "Conclusion").open("div", "class", "conclusion");
        Conclusion.of(comparison, jobs).forEach(sentence -> html.element("p", sentence));
        html.close();
        ReportPage.warnings(comparison.warnings(), html);
        html.element("h2", "Ranking");
        ranking(comparison, jobs, html);
        html.element("h2", "What differs");
        differences(comparison, html);
        data(jobs, html);
        var shown = jobs.stream()
                .filter(job -> job.history() != null)
                .limit(MOST_SHOWN)
                .toList();
        Figures.of(shown).forEach(figure -> {
            html.element("h2", figure.heading());
            html.open("figure").picture(figure.svg()).close();
        });
        if (!shown.isEmpty()) {
            html.element("h2", "Epoch by epoch");
            if (shown.size() < jobs.size()) {
                html.element("p", "The first %d of %d jobs.".formatted(shown.size(), jobs.size()));
            }
            EpochTable.write(shown, html);
        }
        html.open("footer")
                .text("Each job's own report is at ")
                .element("code", "/v1/training-jobs/{id}/report")
                .text(", what to post to get the same bits again at ")
                .element("code", "/v1/training-jobs/{id}/spec")
                .close();
        return html.finish();
    }

    private static void ranking(Comparison comparison, List<ReportedJob> jobs, HtmlWriter html) {
        var metrics = new LinkedHashSet<Metric>();
        jobs.stream()
                .map(job -> job.job().latest())
                .filter(Objects::nonNull)
                .forEach(latest -> metrics.addAll(latest.metrics()));
        metrics.removeAll(List.of(Metric.LEARNING_RATE, Metric.GRADIENT_NORM));
        var heads = new ArrayList<>(List.of("rank", "job", "state", "epochs"));
        metrics.forEach(metric -> heads.add(Numbers.name(metric)));
        heads.add("parameters");
        html.open("table").element("caption", "By " + comparison.rankBy().inWords() + " after the last epoch");
        html.open("thead").row("th", heads).close().open("tbody");
        for (int i = 0; i < jobs.size(); i++) {
            html.row("td", ranked(comparison.standings().get(i), jobs.get(i), metrics));
        }
        html.close().close();
    }

    private static List<String> ranked(Standing standing, ReportedJob reported, Set<Metric> metrics) {
        var job = standing.job();
        var cells = new ArrayList<String>();
        cells.add(standing.rank() == null ? NONE : standing.rank().toString());
        cells.add(standing.name());
        cells.add(job.state().name());
        cells.add("%,d".formatted(job.progress().epoch()));
        metrics.forEach(metric -> cells.add(
                standing.measure(metric).isPresent()
                        ? Numbers.of(metric, standing.measure(metric).getAsDouble(), reported)
                        : NONE));
        cells.add("%,d".formatted(job.parameterCount()));
        return cells;
    }

    /// Jobs side by side; one below the other if they are too many for that.
    private static void differences(Comparison comparison, HtmlWriter html) {
        var fields = comparison.differences();
        if (fields.isEmpty()) {
            html.element("p", "Nothing but the names.");
            return;
        }
        var rows = new ArrayList<List<String>>();
        var corner = new ArrayList<>(List.of(""));
        fields.forEach(field -> corner.add(field.field()));
        rows.add(corner);
        for (var standing : comparison.standings()) {
            var row = new ArrayList<>(List.of(standing.name()));
            fields.forEach(field -> row.add(field.value(standing.job())
                    .map(value -> value.isString() ? value.stringValue() : value.toString())
                    .orElse(NONE)));
            rows.add(row);
        }
        var table = comparison.standings().size() <= MOST_SHOWN ? transposed(rows) : rows;
        html.open("table").open("thead").row("th", table.getFirst()).close().open("tbody");
        table.stream().skip(1).forEach(row -> html.row("td", row));
        html.close().close();
    }

    private static List<List<String>> transposed(List<? extends List<String>> rows) {
        var columns = new ArrayList<List<String>>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            int at = i;
            columns.add(rows.stream().map(row -> row.get(at)).toList());
        }
        return columns;
    }

    private static void data(List<ReportedJob> jobs, HtmlWriter html) {
        var told = new LinkedHashSet<List<Object>>();
        for (var reported : jobs) {
            TrainingJob job = reported.job();
            if (told.add(List.of(
                    job.datasetDigest(),
                    String.valueOf(job.spec().target()),
                    job.spec().validation()))) {
                html.element("h2", "Data");
                DataSection.write(reported, html);
            }
        }
    }
}
