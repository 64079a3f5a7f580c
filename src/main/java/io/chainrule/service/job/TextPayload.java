package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Queue entries carry, beside the id of their job, a line of text or nothing, so that nothing is serialized by Java.
final class TextPayload implements Serializer {

    @Override
    @SuppressWarnings("NullAway") // the queue's table has a null where there is nothing
    public byte[] serialize(@Nullable Object data) {
        return switch (data) {
            case null -> null;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("A queue entry carries text but got " + data.getClass());
        };
    }

    @Override
    @SuppressWarnings("NullAway")
    public <T> T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
}
