package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.job.DatasetFilter;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.SettableClock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The character that PostgreSQL's texts lack is the client's mistake, not ours.
@ExtendWith(WithoutKeys.class)
class PostgresTextTest {

    @TempDir
    Path directory;

    @Test
    void characterThatCannotBeKeptIsRefusedWhereverItComes() {
        try (var stores = new Stores(Vendor.POSTGRESQL, directory, new SettableClock())) {
            var datasets = stores.datasets();
            assertThatThrownBy(() -> datasets.save(Examples.twoSides("two\0sides")))
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessageContaining("U+0000");
            assertThatThrownBy(() -> datasets.find("ds\0")).isInstanceOf(InvalidSpecException.class);
            assertThatThrownBy(() -> datasets.list(new DatasetFilter("\0"), PageRequest.first(1)))
                    .isInstanceOf(InvalidSpecException.class);
        }
    }
}
