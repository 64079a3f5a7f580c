package io.chainrule.service.web.report;

import io.chainrule.service.drawing.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Writes elements and text, and nothing else: the one place where reports become markup, and everything is escaped.
final class HtmlWriter {

    private final StringBuilder html = new StringBuilder(1 << 16).append("<!doctype html>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private int pictures;

    /// @param attributes names and values in turn
    HtmlWriter open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }
        html.append('>');
        open.push(tag);
        return this;
    }

    HtmlWriter close() {
        html.append("</").append(open.pop()).append(">\n");
        return this;
    }

    HtmlWriter text(String text) {
        escape(text);
        return this;
    }

    /// The rules of a style sheet of ours, which know no escapes.
    HtmlWriter rules(String style) {
        html.append('\n').append(style);
        return this;
    }

    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /// One that has neither text nor end.
    HtmlWriter lone(String tag, String... attributes) {
        open(tag, attributes);
        open.pop();
        return this;
    }

    HtmlWriter row(String cell, List<String> texts) {
        open("tr");
        texts.forEach(text -> element(cell, text));
        return close();
    }

    /// A picture as [io.chainrule.service.drawing.Svg] has written it, which has escaped all that came from others. The
    /// names within it become its own, for a page may have several pictures.
    HtmlWriter picture(String svg) {
        var prefix = "p" + ++pictures + "-";
        html.append(svg.substring(svg.indexOf("<svg"))
                .replaceAll(" id=\"", " id=\"" + prefix)
                .replaceAll("=\"url\\(#", "=\"url(#" + prefix)
                .replaceAll("href=\"#", "href=\"#" + prefix));
        return this;
    }

    String finish() {
        while (!open.isEmpty()) {
            close();
        }
        return html.toString();
    }

    private void escape(String text) {
        PlainText.of(text).codePoints().forEach(point -> {
            switch (point) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(point);
            }
        });
    }
}
