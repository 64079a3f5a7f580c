package io.chainrule.service.web.access;

import static io.chainrule.service.access.Role.OPERATOR;
import static io.chainrule.service.access.Role.USER;

import io.chainrule.service.access.ApiKeys;
import io.chainrule.service.access.Role;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/// Who may ask for what. Whose things an answer is about is no matter of these rules: of what is another owner's, the
/// stores know nothing.
final class Rules {

    /// For everybody: the dashboard's files, the documentation, and what keeps a service running.
    static final String[] OPEN = {
        "/",
        "/index.html",
        "/style.css",
        "/icon.svg",
        "/dashboard/**",
        "/vendor/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/problems/*",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/info"
    };

    /// What is posted only because it takes more than an address can say; nothing of it is kept.
    static final String[] KEPT_NOWHERE = {
        "/v1/gradients", "/v1/jacobians", "/v1/gradient-checks", "/v1/minimizations", "/v1/models/*/predictions"
    };

    private Rules() {}

    static void state(
            ApiKeys keys,
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        if (keys.isEmpty()) {
            rules.anyRequest().permitAll();
            return;
        }
        rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAuthority(OPERATOR.name())
                .requestMatchers(HttpMethod.GET)
                .hasAnyAuthority(all())
                .requestMatchers(HttpMethod.HEAD)
                .hasAnyAuthority(all())
                .requestMatchers(HttpMethod.POST, KEPT_NOWHERE)
                .hasAnyAuthority(all())
                .anyRequest()
                .hasAnyAuthority(USER.name(), OPERATOR.name());
    }

    private static String[] all() {
        return Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
    }
}
