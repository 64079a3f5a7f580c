package io.chainrule.service.web.access;

import io.chainrule.service.access.ApiKeys;
import io.chainrule.service.access.Quotas;
import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Puts keys, rules and rates before everything else. There are no cookies and no sessions, so nothing that a browser
/// sends by itself opens anything; headers are the matter of `ContentPolicy`.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private final HandlerExceptionResolver problems;

    AccessConfiguration(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, ApiKeys keys, Quotas quotas, TimeMeter rateClock) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new CallerFilter(keys, new Rates(quotas, rateClock), problems), AuthorizationFilter.class)
                .authorizeHttpRequests(rules -> Rules.state(keys, rules))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, _) ->
                                problems.resolveException(request, response, null, Refusals.noKey(request)))
                        .accessDeniedHandler((request, response, _) ->
                                problems.resolveException(request, response, null, Refusals.notAllowed(request))))
                .build();
    }

    /// What fills the buckets of owners again.
    @Bean
    TimeMeter rateClock() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    /// Nobody asks how long each filter takes, and finding it out took a good part of a short request.
    @Bean
    SecurityObservationSettings doorsWithoutObservers() {
        return SecurityObservationSettings.noObservations();
    }

    /// Refuses addresses that proxies and servers could read differently. Which methods and headers there are is the
    /// matter of those who read them.
    @Bean
    HttpFirewall addressesWithOneMeaning() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowSemicolon(true); // as controllers do, rules read what is before it
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler addressesWithoutOneMeaning() {
        return (request, response, _) ->
                problems.resolveException(request, response, null, Refusals.ambiguousAddress(request));
    }

    /// Nobody has a password, and none is made up.
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new UsernameNotFoundException("Nobody has a password: " + authentication.getName());
        };
    }
}
