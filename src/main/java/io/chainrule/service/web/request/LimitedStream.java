package io.chainrule.service.web.request;

import io.chainrule.service.web.problem.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/// A body whose bytes are counted as they are read, and for which memory is taken step by step: who sends slowly, or
/// only announces much, holds nothing that others need.
final class LimitedStream extends ServletInputStream {

    private static final int STEP = 1 << 16;

    private final ServletInputStream body;
    private final long limit;
    private final RequestLoan loan;
    private long count;
    private long paid;

    LimitedStream(ServletInputStream body, long limit, RequestLoan loan) {
        this.body = body;
        this.limit = limit;
        this.loan = loan;
    }

    @Override
    public int read() throws IOException {
        var octet = body.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = body.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        count += bytes;
        if (count > limit) {
            throw BodyTooLarge.beyond(limit);
        }
        if (count > paid) {
            long step = Math.min(limit, count + STEP) - paid;
            loan.take(Demand.PER_BYTE * step);
            paid += step;
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
