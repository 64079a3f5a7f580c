package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class OnnxControllerTest {

    @Autowired
    private MockMvcTester web;

    @Test
    void modelIsAFileThatOtherRuntimesRead() throws Exception {
        for (var precision : new String[] {"", "?precision=float64"}) {
            var answer = web.get()
                    .uri("/v1/models/sample-four-sections-mlp/model.onnx" + precision)
                    .exchange();
            assertThat(answer)
                    .hasStatusOk()
                    .hasContentType("application/octet-stream")
                    .hasHeader("Content-Disposition", "attachment; filename=\"sample-four-sections-mlp.onnx\"");
            try (var session = OrtEnvironment.getEnvironment()
                    .createSession(answer.getResponse().getContentAsByteArray())) {
                assertThat(session.getInputNames()).containsExactly("x1", "x2");
                assertThat(session.getOutputNames()).containsExactly("label", "probabilities");
            }
        }
    }

    @Test
    void unknownModelAndPrecisionAreRefused() {
        assertThat(web.get().uri("/v1/models/mdl_none/model.onnx")).hasStatus(404);
        assertThat(web.get().uri("/v1/models/sample-four-sections-mlp/model.onnx?precision=float16"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("invalid-parameter");
    }
}
