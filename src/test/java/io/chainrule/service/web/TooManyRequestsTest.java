package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@LimitedTest
class TooManyRequestsTest {

    private static final int BURST = 40;

    @Autowired
    private KeyedClient client;

    @Autowired
    private LimitedTest.StandingClock clock;

    @BeforeEach
    void refill() {
        clock.pass(1_000);
    }

    private MockHttpServletResponse ask(String who) {
        return client.get(who, "/v1/catalog/limits");
    }

    @Test
    void ownerIsRefusedWhenTheBurstIsSpentAndNobodyElseIs() {
        for (int request = 0; request < BURST; request++) {
            assertThat(ask("alice").getStatus()).as("request %d", request).isEqualTo(200);
        }
        var refused = ask("alice");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        var problem = client.tree(refused);
        assertThat(problem.get("code").stringValue()).isEqualTo("rate-limited");
        assertThat(problem.get("detail").stringValue()).contains("alice");
        assertThat(problem.get("fix").stringValue()).contains("Retry-After");
        assertThat(client.post("alice", "/v1/gradients", "{'expression': 'x', 'at': {'x': 1}}")
                        .getStatus())
                .isEqualTo(429);
        assertThat(ask("bob").getStatus()).isEqualTo(200);
    }

    @Test
    void secondLaterAsManyMayComeAsComeEachSecond() {
        for (int request = 0; request < BURST; request++) {
            ask("alice");
        }
        assertThat(ask("alice").getStatus()).isEqualTo(429);
        clock.pass(1);
        for (int request = 0; request < 5; request++) {
            assertThat(ask("alice").getStatus()).as("request %d", request).isEqualTo(200);
        }
        assertThat(ask("alice").getStatus()).isEqualTo(429);
    }

    /// Clients can slow down before they are refused.
    @Test
    void everyAnswerTellsWhatIsLeft() {
        var first = ask("bob");
        assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"requests\";q=40;w=8");
        assertThat(first.getHeader("RateLimit")).isEqualTo("\"requests\";r=39;t=1");
        for (int request = 1; request < BURST; request++) {
            ask("bob");
        }
        var refused = ask("bob");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("RateLimit")).isEqualTo("\"requests\";r=0;t=8");
    }

    /// Whoever has no key is told so, however often; nobody's bucket is emptied by that.
    @Test
    void requestsWithoutAKeyCountForNobody() {
        for (int request = 0; request <= BURST; request++) {
            var answer = client.send("Bearer nobody", "GET", "/v1/catalog/limits", null, "");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getHeader("RateLimit")).isNull();
        }
        assertThat(ask("alice").getStatus()).isEqualTo(200);
    }
}
