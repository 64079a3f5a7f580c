package io.chainrule.service.web.answer;

import io.chainrule.learning.specification.Choice;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/// The forms that answers come in. In a query they override the `Accept` header.
public enum Format {
    @Choice(help = "`application/json`")
    JSON(MediaType.APPLICATION_JSON),
    @Choice(help = "a picture as `image/svg+xml`")
    SVG(new MediaType("image", "svg+xml")),
    @Choice(help = "a picture as `image/png`")
    PNG(MediaType.IMAGE_PNG),
    @Choice(help = "a table as `text/csv`")
    CSV(text("csv")),
    @Choice(help = "a graph as `text/vnd.graphviz`")
    DOT(text("vnd.graphviz")),
    @Choice(help = "`text/plain`, for terminals")
    TEXT(text("plain"));

    private final MediaType mediaType;

    Format(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    private static MediaType text(String subtype) {
        return new MediaType("text", subtype, StandardCharsets.UTF_8);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /// Without the character set, as documents and problems name it.
    public String mediaTypeName() {
        return mediaType.getType() + "/" + mediaType.getSubtype();
    }
}
