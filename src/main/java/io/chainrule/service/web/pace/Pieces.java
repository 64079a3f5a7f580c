package io.chainrule.service.web.pace;

import io.chainrule.service.web.answer.ForwardedBody;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;

/// Hands what is written on in pieces, each of which is on its way before the next one is.
final class Pieces extends ForwardedBody {

    private static final int LARGEST = 1 << 16;

    Pieces(ServletOutputStream body) {
        super(body);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += LARGEST) {
            super.write(octets, offset + done, Math.min(LARGEST, length - done));
        }
    }
}
