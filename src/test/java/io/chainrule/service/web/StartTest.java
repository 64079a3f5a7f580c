package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = {"spring.datasource.url=jdbc:h2:mem:start", "db-scheduler.enabled=false", "spring.flyway.enabled=false"})
@AutoConfigureMockMvc
class StartTest {
    @Autowired MockMvcTester web;

    @Test
    void starts() throws Exception {
        for (var path : new String[] {"/v1", "/problems/internal", "/nowhere", "/v1?x=1", "/v3/api-docs", "/actuator/health", "/v1/nothing", "/swagger-ui.html", "/error"}) {
            var r = web.get().uri(path).exchange();
            System.out.println(path + " " + r.getResponse().getStatus() + " " + r.getResponse().getContentType() + "\n" + r.getResponse().getContentAsString());
        }
        assertThat(web.post().uri("/v1")).hasStatus(405);
    }
}
