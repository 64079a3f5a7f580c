package io.chainrule.service.web.answer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/// Hands on what is written as it comes; what is done otherwise is overridden.
public class ForwardedBody extends ServletOutputStream {

    private final ServletOutputStream body;

    protected ForwardedBody(ServletOutputStream body) {
        this.body = body;
    }

    @Override
    public void write(int octet) throws IOException {
        body.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        body.write(octets, offset, length);
    }

    @Override
    public void flush() throws IOException {
        body.flush();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        body.setWriteListener(listener);
    }
}
