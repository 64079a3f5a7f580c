package io.chainrule.service.web;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Lets requests be timed where somebody reads the times, as figures or as traces; elsewhere it would be an eighth of
/// what a short request costs.
@Configuration(proxyBeanMethods = false)
class ObservedRequests {

    private static final String REQUESTS = "http.server.";

    @Bean
    ObservationPredicate requestsWhereSomebodyReads(
            @Value("${chainrule.metrics}") boolean figures, Environment environment) {
        boolean areRead = figures || environment.containsProperty(OptionalTracing.ENDPOINT);
        return (name, context) -> areRead || !name.startsWith(REQUESTS);
    }
}
