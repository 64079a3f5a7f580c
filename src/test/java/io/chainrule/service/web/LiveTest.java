package io.chainrule.service.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// A test that talks to the service through the network, as clients do. All such tests share one service, which has no
/// samples and is impatient with silent streams.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(LiveService.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:live;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.samples=false",
            "chainrule.jobs.parallel=2",
            "chainrule.events.comment=200ms"
        })
@interface LiveTest {}
