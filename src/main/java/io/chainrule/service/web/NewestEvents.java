package io.chainrule.service.web;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The data of the events that were sent last: many readers of one job get the same bytes, which are made only once.
@Component
class NewestEvents {

    private static final int MOST = 4;

    private final Map<Key, Data> newest = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Data> eldest) {
            return size() > MOST;
        }
    });

    private record Key(String job, long number) {}

    /// Makes the data of an event.
    @FunctionalInterface
    interface Making {
        byte[] make() throws IOException;
    }

    /// @param making for whoever comes first; others wait for it
    byte[] get(String job, long number, Making making) throws IOException {
        return newest.computeIfAbsent(new Key(job, number), _ -> new Data()).get(making);
    }

    private static final class Data {

        private byte @Nullable [] bytes;

        synchronized byte[] get(Making making) throws IOException {
            if (bytes == null) {
                bytes = making.make();
            }
            return bytes;
        }
    }
}
