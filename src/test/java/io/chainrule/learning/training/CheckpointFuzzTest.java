package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever bytes come, only a checkpoint is read as one.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class CheckpointFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void bytes(byte[] bytes) {
        try {
            assertThat(Checkpoint.read(bytes).toBytes()).isEqualTo(bytes);
        } catch (CheckpointInvalidException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
