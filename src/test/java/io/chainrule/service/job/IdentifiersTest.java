package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private final Identifiers identifiers = new Identifiers();

    @Test
    void idsTellTheirKind() {
        assertThat(identifiers.ofJob()).matches("job_[0-7][0-9a-hjkmnp-tv-z]{25}");
        assertThat(identifiers.ofDataset()).matches("ds_[0-7][0-9a-hjkmnp-tv-z]{25}");
        assertThat(identifiers.ofModel()).matches("mdl_[0-7][0-9a-hjkmnp-tv-z]{25}");
    }

    @Test
    void idsSortByTheTimeTheyWereMade() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(identifiers.ofJob());
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void allBitsOfTheUuidAreInTheText() {
        assertThat(Identifiers.text(new UUID(0, 0))).isEqualTo("0".repeat(26));
        assertThat(Identifiers.text(new UUID(0, 1))).isEqualTo("0".repeat(25) + "1");
        assertThat(Identifiers.text(new UUID(-1, -1))).isEqualTo("7" + "z".repeat(25));
        assertThat(Identifiers.text(new UUID(1, 0))).isEqualTo("0000000000000g000000000000");
    }
}
