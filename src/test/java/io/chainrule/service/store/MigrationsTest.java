package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Replicas of the version before go on working while the first new one has already migrated the database.
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern TAKES_AWAY = Pattern.compile("\\b(drop|rename|truncate|delete from|set not null)\\b");
    private static final Pattern REQUIRES = Pattern.compile("add column (?!.*\\bdefault\\b).*\\bnot null\\b");

    @Test
    void migrationsOfASharedDatabaseTakeNothingAwayAndRequireNothingNew() throws IOException {
        var files = files();
        assertThat(files).hasSizeGreaterThan(7);
        for (var file : files) {
            var lines = Files.readString(file).toLowerCase(Locale.ROOT).replaceAll("(?m)--.*$", "");
            assertThat(lines).as(file.toString()).doesNotContainPattern(TAKES_AWAY);
            assertThat(lines.lines())
                    .as(file.toString())
                    .noneMatch(line -> REQUIRES.matcher(line).find());
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !file.startsWith(MIGRATIONS.resolve("h2"))) // one process has it to itself
                    .toList();
        }
    }
}
