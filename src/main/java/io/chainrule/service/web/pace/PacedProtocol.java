package io.chainrule.service.web.pace;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 by Tomcat for clients that keep a [Pace].
public final class PacedProtocol extends Http11NioProtocol {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Set<PacedProcessor> serving = ConcurrentHashMap.newKeySet();
    private @Nullable Pace pace;
    private @Nullable ScheduledFuture<?> looks;
    private long looked;

    /// To be called before the start.
    public void setPace(Pace pace) {
        this.pace = pace;
    }

    Pace pace() {
        if (pace == null) {
            throw new IllegalStateException("Nobody has set the pace");
        }
        return pace;
    }

    @Override
    protected Processor createProcessor() {
        return new PacedProcessor(this);
    }

    @Override
    public void start() throws Exception {
        super.start();
        looked = System.nanoTime();
        looks = getUtilityExecutor()
                .scheduleWithFixedDelay(
                        this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }

    void begin(PacedProcessor processor) {
        serving.add(processor);
    }

    void end(PacedProcessor processor) {
        serving.remove(processor);
    }

    private void look() {
        long now = System.nanoTime();
        for (var processor : serving) {
            processor.look(now - looked);
        }
        looked = now;
    }
}
