package io.chainrule.service.limits;

import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.evaluation.GridLimits;
import io.chainrule.service.json.Bounds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hands the limits to those who hold them, each in the words of its own ring.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /// Of what requests ask for.
    @Bean
    Bounds bounds(LimitSettings limits) {
        return new Bounds(limits.expression().toLimits(), limits.maxima());
    }

    @Bean
    DatasetLimits datasetLimits(LimitSettings limits) {
        return limits.dataset().toLimits();
    }

    @Bean
    GridLimits gridLimits(LimitSettings limits) {
        return limits.grid().toLimits();
    }
}
