package io.chainrule.service.web.answer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A response whose body goes through a stream of ours, made when it is first asked for.
public abstract class ForwardedResponse extends HttpServletResponseWrapper {

    private @Nullable ServletOutputStream ours;

    protected ForwardedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public final ServletOutputStream getOutputStream() throws IOException {
        if (ours == null) {
            ours = through(super.getOutputStream());
        }
        return ours;
    }

    /// What is given out instead of the container's own stream.
    protected abstract ServletOutputStream through(ServletOutputStream body);
}
