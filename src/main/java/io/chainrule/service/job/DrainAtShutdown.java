package io.chainrule.service.job;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Begins as soon as the service is told to end, long before its last requests are answered.
@Component
class DrainAtShutdown implements Drain {

    private volatile boolean begun;

    @Override
    public boolean hasBegun() {
        return begun;
    }

    @EventListener(ContextClosedEvent.class)
    void begin() {
        begun = true;
    }
}
