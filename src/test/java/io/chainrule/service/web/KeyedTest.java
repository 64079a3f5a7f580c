package io.chainrule.service.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/// A test that talks HTTP to the whole application, which has keys: `alice`, `bob`, `carol` the operator, `dave` and
/// `rita` who may but look at what is alice's; each has the own name as key. All such tests share one, and every answer
/// is held against the OpenAPI document.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("web-test")
@Import({Conformance.Configuration.class, KeyedClient.class})
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:keyed;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.security.api-keys[0].sha256=2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90",
            "chainrule.security.api-keys[0].owner=alice",
            "chainrule.security.api-keys[1].sha256=81b637d8fcd2c6da6359e6963113a1170de795e4b725b84d1e0b4cfd9ec58ce9",
            "chainrule.security.api-keys[1].owner=bob",
            "chainrule.security.api-keys[2].sha256=4c26d9074c27d89ede59270c0ac14b71e071b15239519f75474b2f3ba63481f5",
            "chainrule.security.api-keys[2].owner=carol",
            "chainrule.security.api-keys[2].role=operator",
            "chainrule.security.api-keys[3].sha256=c5420b43786b20f6cd116002a483b128e9d24020852c5e1c53731e25f40217f0",
            "chainrule.security.api-keys[3].owner=alice",
            "chainrule.security.api-keys[3].role=read-only",
            "chainrule.security.api-keys[4].sha256=61ea0803f8853523b777d414ace3130cd4d3f92de2cd7ff8695c337d79c2eeee",
            "chainrule.security.api-keys[4].owner=dave",
            "chainrule.metrics=true",
            "chainrule.quotas.unfinished-jobs=20",
            "chainrule.quotas.stored-bytes=10MB",
        })
@interface KeyedTest {}
