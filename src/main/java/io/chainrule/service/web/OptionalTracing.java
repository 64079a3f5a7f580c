package io.chainrule.service.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Leaves tracing out unless somebody says where traces are to go: what is not there costs no start, and sends nothing.
final class OptionalTracing implements AutoConfigurationImportFilter, EnvironmentAware {

    /// Spring Boot sets it as well from `OTEL_EXPORTER_OTLP_ENDPOINT` and `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`.
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String[] PACKAGES = {
        "org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry."
    };

    private boolean wanted;

    OptionalTracing() {}

    @Override
    public void setEnvironment(Environment environment) {
        wanted = environment.containsProperty(ENDPOINT);
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        var kept = new boolean[configurations.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = wanted || !traces(configurations[i]);
        }
        return kept;
    }

    /// Those that other filters have left out are null.
    private static boolean traces(@Nullable String configuration) {
        return configuration != null && Arrays.stream(PACKAGES).anyMatch(configuration::startsWith);
    }
}
