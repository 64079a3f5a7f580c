package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DataDirectoryTest {

    @Test
    void plainNameIsAFolderOfTheWorkingDirectory() {
        assertThat(resolved("data")).isEqualTo(Path.of("data").toAbsolutePath().toString());
        assertThat(resolved("./data")).isEqualTo(resolved("data"));
    }

    @Test
    void absolutePathAndHomeStayAsTheyAre() {
        assertThat(resolved("/var/lib/chainrule")).isEqualTo("/var/lib/chainrule");
        assertThat(resolved("~/chainrule")).isEqualTo("~/chainrule");
    }

    private static String resolved(String directory) {
        var environment = new MockEnvironment().withProperty("chainrule.data-directory", directory);
        new DataDirectory().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("chainrule.data-directory");
    }
}
