package io.chainrule.service.web.report;

import java.util.List;
import java.util.Map;

/// What all reports have in common: their frame, their looks, and tables of facts.
final class ReportPage {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 15px/1.5 "DejaVu Sans", Verdana, "Segoe UI", sans-serif; color: #1b1f24; background: #fff;
              max-width: 62rem; margin: 2rem auto; padding: 0 1.25rem; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
            h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #e3e6ea; padding-bottom: .25rem; }
            p.about { color: #5a636e; margin: .25rem 0 1rem; }
            .conclusion { border-left: 3px solid #00855f; padding: .1rem 0 .1rem 1rem; }
            .warning { border-left: 3px solid #c98500; padding: .1rem 0 .1rem 1rem; }
            table { border-collapse: collapse; margin: .75rem 0; font-size: .9rem; }
            caption { text-align: left; color: #5a636e; padding-bottom: .25rem; }
            th, td { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #e3e6ea;
              overflow-wrap: anywhere; }
            th { font-weight: 600; }
            .numbers td { font-variant-numeric: tabular-nums; padding: .1rem 1.25rem .1rem 0; }
            figure { margin: 1rem 0; break-inside: avoid; }
            svg { max-width: 100%; height: auto; }
            code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: .85em; overflow-wrap: anywhere; }
            footer { margin-top: 2rem; color: #5a636e; font-size: .85rem; }
            @page { margin: 16mm; }
            @media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; }
              tr { break-inside: avoid; } thead { display: table-header-group; } }
            """;

    private ReportPage() {}

    static HtmlWriter begin(String title, String about) {
        return new HtmlWriter()
                .open("html", "lang", "en")
                .open("head")
                .lone("meta", "charset", "utf-8")
                .lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title)
                .open("style")
                .rules(STYLE)
                .close()
                .close()
                .open("body")
                .element("h1", title)
                .element("p", about, "class", "about");
    }

    static void facts(Map<String, String> facts, HtmlWriter html) {
        html.open("table").open("tbody");
        facts.forEach((name, value) -> html.open("tr")
                .element("th", name, "scope", "row")
                .element("td", value)
                .close());
        html.close().close();
    }

    static void warnings(List<String> warnings, HtmlWriter html) {
        warnings.forEach(warning -> html.element("p", warning + ".", "class", "warning"));
    }
}
