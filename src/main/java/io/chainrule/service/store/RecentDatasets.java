package io.chainrule.service.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chainrule.learning.dataset.Dataset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The datasets that were read last, so that many jobs on one of them read it once. A dataset never changes, so whoever
/// has seen its row knows that what is here is still right; how much is kept depends on the heap.
final class RecentDatasets {

    private static final int SHARE_OF_HEAP = 16;

    /// In memory texts and category codes take about twice the bytes in which they are stored.
    private static final int EXPANSION = 2;

    private static final int KIBIBYTE = 1024;

    private final Cache<Key, Content> cache = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / KIBIBYTE)
            .weigher((Key _, Content content) -> (int) (1 + EXPANSION * content.bytes() / KIBIBYTE))
            .executor(Runnable::run)
            .build();

    record Key(String id, String digest) {}

    /// @param bytes in which it is stored
    record Content(Dataset dataset, long bytes) {}

    /// @param reading for whoever comes first, others wait for it; null if the dataset has gone
    Optional<Dataset> get(Key key, Function<Key, @Nullable Content> reading) {
        return Optional.ofNullable(cache.get(key, reading)).map(Content::dataset);
    }
}
