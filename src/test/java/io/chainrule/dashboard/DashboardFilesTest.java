package io.chainrule.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What can be said of the dashboard's files without a browser.
class DashboardFilesTest {

    private static final Path STATIC = Path.of("src", "main", "resources", "static");
    private static final Pattern IMPORTED = Pattern.compile("(?:from |import |import\\()'(\\.[^']+)'");
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");
    private static final Pattern OTHER_HOST = Pattern.compile("https?://(?!www\\.w3\\.org/)[\\w.]+");

    @Test
    void everythingThatIsImportedIsThere() throws IOException {
        var modules = files(".js");
        assertThat(modules).hasSizeGreaterThan(20);
        for (var module : modules) {
            var imports = IMPORTED.matcher(Files.readString(module));
            while (imports.find()) {
                assertThat(module.resolveSibling(imports.group(1)).normalize())
                        .as("imported by %s", module)
                        .isRegularFile();
            }
        }
    }

    @Test
    void pageLinksFilesThatAreThereAndHoldsNoScriptOrStyleItself() throws IOException {
        var page = Files.readString(STATIC.resolve("index.html"));
        var links = LINKED.matcher(page);
        int count = 0;
        while (links.find()) {
            if (!links.group(1).startsWith("/v")) {
                assertThat(STATIC.resolve(links.group(1).substring(1))).isRegularFile();
                count++;
            }
        }
        assertThat(count).isGreaterThan(5);
        assertThat(page).doesNotContain("<style").doesNotContain("style=").doesNotContainPattern("<script>[^<]");
    }

    @Test
    void noOtherHostIsNamed() throws IOException {
        for (var file : files("")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(OTHER_HOST);
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.walk(STATIC.resolve("dashboard"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }
}
