package io.chainrule.service.drawing;

import java.awt.Dimension;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Pictures as SVG, text as text: it can be selected, searched, read aloud and restyled. There are no scripts, links or
/// styles from elsewhere in it.
public final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FAMILY = "font-family";
    private static final int DECIMALS = 2;

    private Svg() {}

    public static String of(Picture picture, Appearance appearance) {
        var size = appearance.sizeOf(picture);
        var document = emptyDocument();
        var graphics = new SVGGraphics2D(context(document), false);
        graphics.setSVGCanvasSize(new Dimension((int) size.width(), (int) size.height()));
        graphics.setColor(Tone.BACKGROUND.in(appearance.theme()));
        graphics.fillRect(0, 0, (int) size.width(), (int) size.height());
        picture.paint(graphics, size, appearance.theme());
        var root = graphics.getRoot(document.getDocumentElement());
        nameFallbacks(root);
        describe(root, picture, size);
        return XmlWriter.write(root);
    }

    private static SVGGeneratorContext context(Document document) {
        var context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(DECIMALS);
        context.setComment("");
        return context;
    }

    private static void describe(Element root, Picture picture, Size size) {
        root.setAttribute("xmlns", NAMESPACE); // or else browsers show the source
        root.setAttribute("viewBox", "0 0 %d %d".formatted((int) size.width(), (int) size.height()));
        root.setAttribute("role", "img");
        var description = root.getOwnerDocument().createElementNS(NAMESPACE, "desc");
        description.setTextContent(PlainText.of(picture.description()));
        root.insertBefore(description, root.getFirstChild());
        var title = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
        title.setTextContent(PlainText.of(picture.title()));
        root.insertBefore(title, description);
    }

    /// For readers who lack the family that was measured.
    private static void nameFallbacks(Element element) {
        if (element.hasAttribute(FAMILY)) {
            element.setAttribute(FAMILY, Lettering.FALLBACKS);
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                nameFallbacks(inner);
            }
        }
    }

    private static Document emptyDocument() {
        try {
            var documents = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return documents.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK has no XML documents", impossible);
        }
    }
}
