package io.chainrule.service.web;

import io.chainrule.service.job.MemorySettings;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.web.pace.Pace;
import io.chainrule.service.web.pace.PacedProtocol;
import io.chainrule.service.web.problem.ProblemValve;
import io.chainrule.service.web.request.AcceptedTypes;
import io.chainrule.service.web.request.BodyLimits;
import io.chainrule.service.web.request.QueryRecords;
import io.chainrule.service.web.request.RequestRules;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the parts of the HTTP interface into their places in Spring MVC and Tomcat.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BodyLimits.class, CorsSettings.class, Pace.class})
class WebConfiguration implements WebMvcConfigurer {

    /// Bytes of each of the buffers that a connection has, however idle: half of what Tomcat would give it.
    private static final String BUFFER = "4096";

    private final Bounds bounds;

    WebConfiguration(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QueryRecords(bounds));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequestRules()).addPathPatterns("/v1/**", "/problems/**");
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new AcceptedTypes()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfErrorPages() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections(Pace pace, MemorySettings memory) {
        return factory -> {
            factory.setProtocol(PacedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appReadBufSize", BUFFER);
                connector.setProperty("socket.appWriteBufSize", BUFFER);
                if (connector.getProtocolHandler() instanceof PacedProtocol protocol) {
                    protocol.setPace(pace);
                    protocol.setMaxConnections(Math.min(protocol.getMaxConnections(), memory.connections()));
                }
            });
        };
    }
}
