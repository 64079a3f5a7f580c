package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/// Queue entries carry nothing but the id of their job, so there is nothing to be serialized, least of all by Java.
final class NoPayload implements Serializer {

    @Override
    @SuppressWarnings("NullAway") // the queue's table has a null there
    public byte[] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalArgumentException("A queue entry has no payload but got " + data.getClass());
        }
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public <T> T deserialize(Class<T> type, byte @Nullable [] bytes) {
        if (bytes != null) {
            throw new IllegalArgumentException("A queue entry has no payload but got " + bytes.length + " bytes");
        }
        return null;
    }
}
