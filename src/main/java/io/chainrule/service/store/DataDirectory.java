package io.chainrule.service.store;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Makes `chainrule.data-directory` an absolute path: H2 takes `./data` but refuses a plain `data`.
final class DataDirectory implements EnvironmentPostProcessor {

    private static final String SETTING = "chainrule.data-directory";

    DataDirectory() {}

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var directory = environment.getProperty(SETTING);
        if (directory != null && !directory.startsWith("~")) {
            var absolute = Path.of(directory).toAbsolutePath().normalize().toString();
            environment.getPropertySources().addFirst(new MapPropertySource(SETTING, Map.of(SETTING, absolute)));
        }
    }
}
