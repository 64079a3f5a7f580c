package io.chainrule.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private static final String H2 = "jdbc:h2:file:./x";

    @TempDir
    Path directory;

    private final KeyConfiguration configuration = new KeyConfiguration();

    @Test
    void newKeyHas256BitsAndOpensTheService() {
        var key = NewKey.generate("alice", "read-only");
        assertThat(key.secret()).matches("cr_[A-Za-z0-9_-]{43}");
        assertThat(NewKey.generate("alice", "user").secret()).isNotEqualTo(key.secret());
        assertThat(key).asString().doesNotContain(key.secret());
        var keys = new ApiKeys(List.of(key.known()));
        assertThat(keys.callerWith(key.secret())).contains(new Caller.Holder("alice", Role.READ_ONLY));
        assertThat(keys.callerWith(key.secret() + "x")).isEmpty();
        assertThat(keys.callerWith(key.known().sha256())).isEmpty();
        assertThat(keys.callerWith(null)).isEmpty();
    }

    @Test
    void withoutKeysEverybodyMayCome() {
        assertThat(new ApiKeys(List.of()).callerWith(null)).contains(Caller.anonymous());
        assertThat(new ApiKeys(List.of()).callerWith("anything")).contains(Caller.anonymous());
    }

    @Test
    void printedLineIsReadFromAFile() throws IOException {
        var printed = PrintedKey.make("--print-api-key", "--owner=alice", "--role=operator");
        var secret = printed.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("cr_"))
                .findFirst();
        var line = printed.lines().toList().getLast().strip();
        var file = Files.writeString(directory.resolve("keys"), "# ours\n\n" + line + "\n");
        var keys = configuration.apiKeys(new KeySettings(List.of(), file, false), directory, H2);
        assertThat(keys.callerWith(secret.orElseThrow())).contains(new Caller.Holder("alice", Role.OPERATOR));
    }

    @Test
    void commandLineAsksForAKeyByItsOptionAlone() {
        assertThat(PrintedKey.isAskedFor("--server.port=1", "--print-api-key")).isTrue();
        assertThat(PrintedKey.isAskedFor("--owner=x")).isFalse();
    }

    @Test
    void firstKeyIsMadeOnceAndOnlyItsDigestKept() throws IOException {
        var settings = new KeySettings(List.of(), null, true);
        assertThat(configuration.apiKeys(settings, directory, H2).isEmpty()).isFalse();
        var kept = Files.readString(directory.resolve("api-keys"));
        assertThat(kept).doesNotContain("cr_").containsPattern("[0-9a-f]{64} admin operator");
        assertThat(configuration.apiKeys(settings, directory, H2).isEmpty()).isFalse();
        assertThat(directory.resolve("api-keys")).content().isEqualTo(kept);
    }

    @Test
    void noFirstKeyWhereThereAreOthers() {
        var entry = new KeySettings.Entry("ab".repeat(32), "alice", "user");
        assertThat(configuration
                        .apiKeys(new KeySettings(List.of(entry), null, true), directory, H2)
                        .isEmpty())
                .isFalse();
        assertThat(directory.resolve("api-keys")).doesNotExist();
    }

    @Test
    void noFirstKeyWhereSeveralProcessesShareADatabase() {
        var settings = new KeySettings(List.of(), null, true);
        assertThatThrownBy(() -> configuration.apiKeys(settings, directory, "jdbc:postgresql://x/y"))
                .isInstanceOf(InvalidKeysException.class)
                .hasMessageContaining("generate-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but this",
                "ab alice user",
                "DIGEST alice",
                "DIGEST alice admin",
                "DIGEST alice user more",
                "DIGEST -alice user",
                "DIGEST alice user\nDIGEST bob user"
            })
    void wrongFilesKeepTheServiceFromStarting(String lines) throws IOException {
        var file = Files.writeString(directory.resolve("keys"), lines.replace("DIGEST", "ab".repeat(32)));
        assertThatThrownBy(() -> configuration.apiKeys(new KeySettings(List.of(), file, false), directory, H2))
                .isInstanceOf(InvalidKeysException.class);
    }

    @Test
    void fileThatIsNotThereKeepsTheServiceFromStarting() {
        var settings = new KeySettings(List.of(), directory.resolve("none"), false);
        assertThatThrownBy(() -> configuration.apiKeys(settings, directory, H2))
                .isInstanceOf(InvalidKeysException.class)
                .hasMessageContaining("none");
    }

    @Test
    void mistakeIsToldWithItsLineAndTheRemedy() throws IOException {
        var file = Files.writeString(directory.resolve("keys"), "# ours\n" + "ab".repeat(32) + " alice boss\n");
        assertThatThrownBy(() -> KeyFile.read(file))
                .hasMessageContaining("line 2")
                .hasMessageContaining("user, operator or read-only, not \"boss\"")
                .satisfies(thrown -> assertThat(
                                new InvalidKeysAnalyzer().analyze(thrown).getAction())
                        .contains("--print-api-key"));
    }
}
