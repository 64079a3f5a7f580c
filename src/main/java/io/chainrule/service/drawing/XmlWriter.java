package io.chainrule.service.drawing;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Writes elements, attributes and text, and nothing else: the one place where pictures become markup, and everything
/// is escaped.
final class XmlWriter {

    private final StringBuilder xml = new StringBuilder(1 << 14);

    private XmlWriter() {}

    static String write(Element root) {
        var writer = new XmlWriter();
        writer.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.element(root);
        return writer.xml.append('\n').toString();
    }

    private void element(Element element) {
        xml.append('<').append(element.getTagName());
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            xml.append(' ').append(attribute.getNodeName()).append("=\"");
            escape(attribute.getNodeValue());
            xml.append('"');
        }
        if (!element.hasChildNodes()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            content(child);
        }
        xml.append("</").append(element.getTagName()).append('>');
    }

    private void content(Node node) {
        switch (node) {
            case Element element -> element(element);
            case Text text -> escape(text.getData());
            default -> {
                // comments and instructions are left out
            }
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&#39;");
                default -> xml.appendCodePoint(isAllowed(point) ? point : '\uFFFD');
            }
        });
    }

    /// The characters that XML 1.0 knows.
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
