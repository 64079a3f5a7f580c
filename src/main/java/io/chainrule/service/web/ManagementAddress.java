package io.chainrule.service.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// A port of its own for `/actuator` listens where the service does, unless somebody says where: by default it would
/// listen on all addresses, and the rule for public addresses would not know of it.
final class ManagementAddress implements EnvironmentPostProcessor {

    private static final String PORT = "management.server.port";
    private static final String ADDRESS = "management.server.address";

    ManagementAddress() {}

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var own = environment.getProperty("server.address");
        if (own != null && environment.containsProperty(PORT) && !environment.containsProperty(ADDRESS)) {
            environment.getPropertySources().addLast(new MapPropertySource(ADDRESS, Map.of(ADDRESS, own)));
        }
    }
}
