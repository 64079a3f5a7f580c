package io.chainrule.service.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

    private static final Pattern ROW = Pattern.compile("^\\| (\\d{3}(?:, \\d{3})*) \\| (`.+?) \\|", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    @Test
    void readmeNamesEveryCodeUnderItsStatusAndNoOther() throws IOException {
        var told = new TreeSet<String>();
        for (var row = ROW.matcher(Files.readString(Path.of("README.md"))); row.find(); ) {
            for (var code = CODE.matcher(row.group(2)); code.find(); ) {
                told.add(code.group(1));
                assertThat(ProblemCode.of(code.group(1)))
                        .as(code.group(1))
                        .hasValueSatisfying(
                                problem -> assertThat(row.group(1)).contains(String.valueOf(problem.status())));
            }
        }
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }
}
