package io.chainrule.service.web.report;

import io.chainrule.learning.dataset.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// What was learned from: examples, classes, features, and the digest that tells whether others have the same.
final class DataSection {

    private DataSection() {}

    static void write(ReportedJob reported, HtmlWriter html) {
        var job = reported.job();
        var facts = new LinkedHashMap<String, String>();
        var data = reported.data();
        if (data != null) {
            facts.put("dataset", data.dataset().name() + " (" + job.spec().dataset() + ")");
            facts.put("examples", examples(data));
        } else {
            facts.put("dataset", job.spec().dataset() + ", which has been deleted since");
        }
        facts.put("predicted", Objects.toString(job.spec().target(), "the target"));
        facts.put(
                "from", String.join(", ", Objects.requireNonNullElse(job.spec().features(), List.of())));
        facts.put("digest", job.datasetDigest());
        ReportPage.facts(facts, html);
        if (data != null && !data.dataset().classes().isEmpty()) {
            classes(data.dataset(), html);
        }
    }

    private static String examples(ReportedJob.Data data) {
        int training = data.split().training().length;
        int heldBack = data.split().validation().length;
        int unused = data.dataset().examples() - training - heldBack;
        return "%,d".formatted(data.dataset().examples())
                + (heldBack == 0 ? "" : ", %,d of them to learn from and %,d held back".formatted(training, heldBack))
                + (unused == 0 ? "" : ", %,d left out for missing values".formatted(unused));
    }

    private static void classes(Dataset dataset, HtmlWriter html) {
        var counts = dataset.classCounts();
        html.open("table", "class", "numbers");
        html.open("thead").row("th", List.of("class", "examples", "share")).close();
        html.open("tbody");
        for (int label = 0; label < counts.length; label++) {
            html.row(
                    "td",
                    List.of(
                            dataset.classes().get(label),
                            "%,d".formatted(counts[label]),
                            Numbers.percent((double) counts[label] / dataset.examples())));
        }
        html.close().close();
    }
}
