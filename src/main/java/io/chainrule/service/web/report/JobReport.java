package io.chainrule.service.web.report;

import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.comparison.Difference;
import java.util.LinkedHashMap;
import java.util.List;

/// A training job on paper: its result, data, model and settings, curves, boundary, and numbers.
public final class JobReport {

    private JobReport() {}

    public static String of(ReportedJob reported) {
        var job = reported.job();
        var html = ReportPage.begin(reported.name(), about(job));
        html.element("h2", "Result");
        result(reported, html);
        ReportPage.warnings(job.warnings(), html);
        html.element("h2", "Data");
        DataSection.write(reported, html);
        html.element("h2", "Model and settings");
        settings(job, html);
        Figures.of(reported).forEach(figure -> {
            html.element("h2", figure.heading());
            html.open("figure").picture(figure.svg()).close();
        });
        if (reported.history() != null) {
            html.element("h2", "Epoch by epoch");
            EpochTable.write(List.of(reported), html);
        }
        html.open("footer")
                .text("The same bits come from posting what ")
                .element("code", "GET /v1/training-jobs/" + job.id() + "/spec")
                .text(" answers, on data of the same digest. Specification ")
                .element("code", job.specHash())
                .text(job.result().isPresent() ? ", parameters " : "")
                .element(
                        "code",
                        job.result().map(result -> result.parametersHash()).orElse(""))
                .close();
        return html.finish();
    }

    private static String about(TrainingJob job) {
        var posted = "Training job " + job.id() + ", posted " + job.createdAt();
        return posted
                + job.finishedAt()
                        .map(at -> ", " + job.state().name() + " " + at + ".")
                        .orElse(", " + job.state().name() + " now.");
    }

    private static void result(ReportedJob reported, HtmlWriter html) {
        var job = reported.job();
        var facts = new LinkedHashMap<String, String>();
        facts.put("state", job.state().name());
        job.error().ifPresent(error -> facts.put("because", error.detail() + ". " + error.fix() + "."));
        facts.put(
                "trained for",
                "%,d of %,d epochs"
                        .formatted(job.progress().epoch(), job.progress().epochs()));
        var latest = job.latest();
        if (latest != null) {
            latest.metrics()
                    .forEach(metric -> facts.put(
                            "final " + Numbers.name(metric), Numbers.of(metric, latest.value(metric), reported)));
        }
        ReportPage.facts(facts, html);
    }

    private static void settings(TrainingJob job, HtmlWriter html) {
        var facts = new LinkedHashMap<String, String>();
        Difference.fields(job).forEach((field, value) -> {
            if (!List.of("dataset", "target", "features").contains(field)) {
                facts.put(field, value.isString() ? value.stringValue() : value.toString());
            }
        });
        facts.put("parameters", "%,d".formatted(job.parameterCount()));
        ReportPage.facts(facts, html);
    }
}
