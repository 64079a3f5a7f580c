package io.chainrule.service.web.repetition;

import io.chainrule.service.job.repetition.Digest;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;

/// A request that is here to its last byte, and the digest of all that it asks: two requests with the same digest would
/// be answered the same way.
record WholeRequest(HttpServletRequest request, String digest) {

    /// Reads the body.
    ///
    /// @return empty if it is a form that cannot be read, so that nothing will come of it
    static Optional<WholeRequest> read(HttpServletRequest request) throws IOException {
        return isForm(request) ? form(request) : Optional.of(plain(request));
    }

    private static boolean isForm(HttpServletRequest request) {
        return type(request).toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static WholeRequest plain(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readAllBytes();
        var digest = head(request).add(type(request)).add(body).hex();
        return new WholeRequest(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() {
                        return new BodyOfBytes(body);
                    }
                },
                digest);
    }

    /// The boundary between parts is drawn by lot, so that it is no part of what is asked.
    private static Optional<WholeRequest> form(HttpServletRequest request) throws IOException {
        var parts = parts(request);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var digest = head(request).add(MediaType.MULTIPART_FORM_DATA_VALUE);
        for (var part : parts) {
            add(part, digest);
        }
        return Optional.of(new WholeRequest(request, digest.hex()));
    }

    /// Empty if the form cannot be read: it is refused as soon as a controller wants to.
    private static Collection<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts();
        } catch (IOException | ServletException | IllegalStateException _) {
            return List.of();
        }
    }

    private static void add(Part part, Digest digest) throws IOException {
        digest.add(part.getName())
                .add(Objects.requireNonNullElse(part.getSubmittedFileName(), ""))
                .add(Objects.requireNonNullElse(part.getContentType(), ""));
        try (var content = part.getInputStream()) {
            digest.add(content.readAllBytes());
        }
    }

    private static Digest head(HttpServletRequest request) {
        return new Digest()
                .add(request.getMethod())
                .add(request.getRequestURI())
                .add(Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    private static String type(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "");
    }
}
