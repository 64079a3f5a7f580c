package io.chainrule.service.web.pace;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/// Hands what is written on in pieces, each of which is on its way before the next one is.
final class Pieces extends ServletOutputStream {

    private static final int LARGEST = 1 << 16;

    private final ServletOutputStream output;

    Pieces(ServletOutputStream output) {
        this.output = output;
    }

    @Override
    public void write(int octet) throws IOException {
        output.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += LARGEST) {
            output.write(octets, offset + done, Math.min(LARGEST, length - done));
        }
    }

    @Override
    public void flush() throws IOException {
        output.flush();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    @Override
    public boolean isReady() {
        return output.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        output.setWriteListener(listener);
    }
}
