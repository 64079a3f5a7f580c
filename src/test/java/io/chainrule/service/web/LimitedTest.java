package io.chainrule.service.web;

import io.github.bucket4j.TimeMeter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/// A test that talks HTTP to the whole application, whose limits and quotas are set to little, so that it is quickly
/// reached. `alice` and `bob` have keys, and time stands still for their rates unless a test moves it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("web-test")
@Import({Conformance.Configuration.class, KeyedClient.class, LimitedTest.Configuration.class})
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:limited;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.security.api-keys[0].sha256=2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90",
            "chainrule.security.api-keys[0].owner=alice",
            "chainrule.security.api-keys[1].sha256=81b637d8fcd2c6da6359e6963113a1170de795e4b725b84d1e0b4cfd9ec58ce9",
            "chainrule.security.api-keys[1].owner=bob",
            "chainrule.quotas.requests-per-second=5",
            "chainrule.quotas.burst=40",
            "chainrule.limits.expression.characters=60",
            "chainrule.limits.expression.depth=5",
            "chainrule.limits.expression.nodes=15",
            "chainrule.limits.expression.variables=3",
            "chainrule.limits.batch.rows=4",
            "chainrule.limits.point.names=3",
            "chainrule.limits.jacobian.expressions=2",
            "chainrule.limits.gradient-check.submissions=2",
            "chainrule.limits.dataset.rows=8",
            "chainrule.limits.dataset.columns=3",
            "chainrule.limits.dataset.classes=2",
            "chainrule.limits.model.parameters=102",
            "chainrule.limits.model.layers=2",
            "chainrule.limits.model.width=20",
            "chainrule.limits.job.targets=2",
            "chainrule.limits.job.epochs=600",
            "chainrule.limits.job.seconds=50",
            "chainrule.limits.job.frame-bytes=16320",
            "chainrule.limits.experiment.jobs=2",
            "chainrule.limits.comparison.jobs=2",
            "chainrule.limits.grid.side=110",
            "chainrule.limits.grid.numbers=40000",
            "chainrule.limits.predictions.rows=3",
            "chainrule.limits.page.items=50",
            "chainrule.limits.page.examples=60",
            "chainrule.limits.picture.pixels=150",
            "chainrule.limits.json.depth=20",
            "chainrule.limits.json.tokens=1000",
            "chainrule.limits.json.characters=2000",
            "chainrule.limits.json.name-characters=100",
            "chainrule.limits.json.number-characters=30",
            "chainrule.limits.events.readers=1",
            "chainrule.limits.body=3KB",
            "chainrule.limits.bulk-body=8KB",
        })
@interface LimitedTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Configuration {

        @Bean
        @Primary
        StandingClock standingClock() {
            return new StandingClock();
        }
    }

    /// Time that passes when a test says so.
    final class StandingClock implements TimeMeter {

        private final AtomicLong nanos = new AtomicLong();

        void pass(long seconds) {
            nanos.addAndGet(seconds * 1_000_000_000);
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
