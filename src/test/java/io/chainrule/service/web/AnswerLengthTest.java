package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiveTest
class AnswerLengthTest {

    @Autowired
    private LiveService service;

    @Test
    void shortAnswerTellsItsLength() {
        var answer = service.post("/v1/gradients", "{'expression': 'x^2', 'at': {'x': 3}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }
}
