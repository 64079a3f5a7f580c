package io.chainrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The README tells of every setting of ours, and of no other; and what it is unless somebody sets it.
class SettingsTest {

    private static final Pattern NAME = Pattern.compile("`(chainrule\\.[a-z.-]+)(\\[0].*)?`");
    private static final Pattern TEXT = Pattern.compile("`([^`]*)`");
    private static final Pattern USED =
            Pattern.compile("\\$\\{(chainrule\\.[a-z.-]+)|name = \"(chainrule\\.[a-z.-]+)\"");

    /// A line of the table: names, and as many defaults, or what is told in words instead.
    private record Line(List<String> names, List<String> defaults) {}

    @Test
    void readmeNamesEverySettingAndNoOther() throws IOException {
        var told = new TreeSet<String>();
        table().forEach(line -> told.addAll(line.names()));
        assertThat(told).isEqualTo(new TreeSet<>(defaults().keySet())).hasSizeGreaterThan(25);
    }

    @Test
    void readmeTellsTheDefaults() throws IOException {
        var defaults = defaults();
        int checked = 0;
        for (var line : table()) {
            for (int i = 0; i < line.names().size(); i++) {
                var known = defaults.get(line.names().get(i));
                if (known != null && !known.isEmpty()) {
                    assertThat(line.defaults()).as(line.names().toString()).hasSizeGreaterThan(i);
                    assertThat(line.defaults().get(i)).as(line.names().get(i)).isEqualTo(known);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    /// Those that no class of settings has are in a list that is kept by hand.
    @Test
    void everySettingThatIsReadIsKnown() throws IOException {
        var used = new TreeSet<String>();
        for (var folder : List.of("src/main/java", "src/main/resources")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(SettingsTest::isRead).toList()) {
                    USED.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> used.add(Objects.requireNonNullElse(found.group(1), found.group(2))));
                }
            }
        }
        assertThat(used).contains("chainrule.samples", "chainrule.jobs.sweep");
        assertThat(defaults().keySet()).containsAll(used);
    }

    private static boolean isRead(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".properties");
    }

    private static List<Line> table() throws IOException {
        var lines = new ArrayList<Line>();
        for (var row : Files.readAllLines(Path.of("README.md"))) {
            if (row.startsWith("| `chainrule.")) {
                var cells = row.split("\\|", -1);
                lines.add(new Line(all(NAME, cells[1]), all(TEXT, cells[2])));
            }
        }
        return lines;
    }

    private static List<String> all(Pattern pattern, String cell) {
        return pattern.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /// By name; empty if there is none.
    private static Map<String, String> defaults() throws IOException {
        var defaults = new LinkedHashMap<String, String>();
        try (var metadata =
                ChainruleApplication.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            for (var property : new JsonMapper().readTree(metadata).get("properties")) {
                defaults.put(
                        property.get("name").stringValue(),
                        property.path("defaultValue").asString(""));
            }
        }
        return defaults;
    }
}
