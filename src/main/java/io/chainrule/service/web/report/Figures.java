package io.chainrule.service.web.report;

import java.util.List;

/// The pictures of a report.
final class Figures {

    record Figure(String heading, String svg) {}

    private Figures() {}

    static List<Figure> of(ReportedJob job) {
        return List.of();
    }

    static List<Figure> of(List<ReportedJob> jobs) {
        return List.of();
    }
}
