package io.chainrule.service.web;

import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/// Lets browsers use the service from the origins that are allowed to; other origins get a problem.
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(CorsSettings settings, JsonMapper json) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!settings.allowedOrigins().isEmpty()) {
            source.registerCorsConfiguration("/**", configuration(settings.allowedOrigins()));
        }
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new RefusingProcessor(json));
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3); // refusals have a name, too
        return registration;
    }

    private static CorsConfiguration configuration(List<String> origins) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
        configuration.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        configuration.setExposedHeaders(List.of(
                HttpHeaders.LOCATION,
                HttpHeaders.ETAG,
                HttpHeaders.LINK,
                HttpHeaders.RETRY_AFTER,
                "RateLimit",
                "RateLimit-Policy",
                "Idempotency-Replayed"));
        return configuration;
    }

    private static final class RefusingProcessor extends DefaultCorsProcessor {

        private final JsonMapper json;

        RefusingProcessor(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            var problem = Problem.of(ProblemCode.FORBIDDEN, "Pages of this origin may not use the service")
                    .withFix("Add the origin to the setting chainrule.cors.allowed-origins");
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody().write(json.writeValueAsBytes(problem));
            response.flush();
        }
    }
}
