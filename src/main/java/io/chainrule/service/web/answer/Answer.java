package io.chainrule.service.web.answer;

import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Png;
import io.chainrule.service.drawing.Svg;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.web.request.Representations;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// What a resource can be answered as, told in one place; only the form that is asked for is made.
///
/// ```java
/// return Answer.json(() -> HistoryView.of(history))
///         .picture(() -> LossCurve.of(history))
///         .text(Format.CSV, _ -> CsvText.of(history))
///         .to(request, rendering);
/// ```
///
/// Whoever takes anything gets the first form, which is JSON.
public final class Answer {

    private final Map<Format, Function<Rendering, Object>> forms = new EnumMap<>(Format.class);
    private final Map<Format, String> links = new EnumMap<>(Format.class);

    private Answer() {}

    public static Answer json(Supplier<?> view) {
        var answer = new Answer();
        answer.forms.put(Format.JSON, _ -> view.get());
        return answer;
    }

    /// Adds SVG and PNG.
    public Answer picture(Supplier<? extends Picture> picture) {
        forms.put(
                Format.SVG,
                rendering -> Svg.of(picture.get(), rendering.appearance()).getBytes(StandardCharsets.UTF_8));
        forms.put(Format.PNG, rendering -> Png.of(picture.get(), rendering.appearance()));
        return this;
    }

    /// Adds a form of text, which may have the colours of a theme.
    public Answer text(Format format, Function<Theme, String> text) {
        forms.put(format, rendering -> text.apply(rendering.theme()).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Lets a form point elsewhere by a `Link` header, unless the link is null.
    public Answer link(Format format, @Nullable String link) {
        if (link != null) {
            links.put(format, link);
        }
        return this;
    }

    /// The form that the request prefers.
    ///
    /// @throws HttpMediaTypeNotAcceptableException if there is none that it accepts
    public ResponseEntity<?> to(HttpServletRequest request, Rendering rendering)
            throws HttpMediaTypeNotAcceptableException {
        var format = choose(request, rendering);
        var form = forms.get(format);
        if (form == null) {
            throw new HttpMediaTypeNotAcceptableException(offered());
        }
        var answer = ResponseEntity.ok().contentType(format.mediaType()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (links.containsKey(format)) {
            answer.header(HttpHeaders.LINK, links.get(format));
        }
        return answer.body(form.apply(rendering));
    }

    private Format choose(HttpServletRequest request, Rendering rendering) throws HttpMediaTypeNotAcceptableException {
        if (rendering.format() != null) {
            return rendering.format();
        }
        var chosen = new Representations(offered()).choose(request);
        return forms.keySet().stream()
                .filter(format -> format.mediaType().equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    private List<MediaType> offered() {
        return forms.keySet().stream().map(Format::mediaType).toList();
    }
}
