package io.chainrule.service.web;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what [OptionalTracing] has let in.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(OptionalTracing.ENDPOINT)
class TracingConfiguration {

    private static final int ATTEMPTS = 2;

    /// With five attempts, as it would have, a service that ends waits eight seconds for a collector that is away.
    @Bean
    OtlpHttpSpanExporterBuilderCustomizer impatience() {
        return exporter -> exporter.setRetryPolicy(
                RetryPolicy.builder().setMaxAttempts(ATTEMPTS).build());
    }
}
