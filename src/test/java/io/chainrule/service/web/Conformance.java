package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Holds every answer of the web tests against the OpenAPI document: its operation, status, media type and body.
final class Conformance implements ResultHandler {

    private final ObjectProvider<MockMvc> web;
    private @Nullable ApiDocument document;

    private Conformance(ObjectProvider<MockMvc> web) {
        this.web = web;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        MockMvcBuilderCustomizer everyAnswerConforms(ObjectProvider<MockMvc> web) {
            return builder -> builder.alwaysDo(new Conformance(web));
        }
    }

    @Override
    public void handle(MvcResult result) {
        var method = Objects.requireNonNull(result.getRequest().getMethod());
        var path = result.getRequest().getRequestURI();
        if (method.equals("OPTIONS") || (!path.startsWith("/v1") && !path.startsWith("/problems"))) {
            return;
        }
        var response = result.getResponse();
        var body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        var reply = new ApiDocument.Reply(response.getStatus(), response.getContentType(), body);
        assertThat(document().deviations(method, path, reply))
                .as("%s %s answers %s", method, path, reply)
                .isEmpty();
    }

    private synchronized ApiDocument document() {
        if (document == null) {
            try {
                var answer = web.getObject()
                        .perform(MockMvcRequestBuilders.get("/v3/api-docs"))
                        .andReturn();
                document = ApiDocument.read(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
            } catch (Exception unreadable) {
                throw new IllegalStateException("There is no document to hold answers against", unreadable);
            }
        }
        return document;
    }
}
