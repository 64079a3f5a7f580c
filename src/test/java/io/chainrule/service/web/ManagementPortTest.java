package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

class ManagementPortTest {

    @TempDir
    Path data;

    @Test
    void figuresAreOnThePortOfTheirOwnForOperatorsOnly() throws IOException, InterruptedException {
        try (var context = new SpringApplicationBuilder(ChainruleApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--chainrule.metrics=true",
                        "--chainrule.samples=false",
                        "--chainrule.data-directory=" + data,
                        "--chainrule.security.api-keys[0].sha256="
                                + "2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90",
                        "--chainrule.security.api-keys[0].owner=alice",
                        "--chainrule.security.api-keys[1].sha256="
                                + "4c26d9074c27d89ede59270c0ac14b71e071b15239519f75474b2f3ba63481f5",
                        "--chainrule.security.api-keys[1].owner=carol",
                        "--chainrule.security.api-keys[1].role=operator")) {
            var environment = context.getEnvironment();
            var own = "http://127.0.0.1:" + environment.getProperty("local.server.port");
            var management = "http://127.0.0.1:" + environment.getProperty("local.management.port");
            assertThat(environment.getProperty("management.server.address", InetAddress.class))
                    .isEqualTo(InetAddress.getByName("127.0.0.1"));
            assertThat(status(management + "/actuator/prometheus", "carol")).isEqualTo(200);
            assertThat(status(management + "/actuator/prometheus", "alice")).isEqualTo(403);
            assertThat(status(management + "/actuator/prometheus", "nobody")).isEqualTo(401);
            assertThat(status(management + "/actuator/health/readiness", "nobody"))
                    .isEqualTo(200);
            assertThat(status(own + "/actuator/prometheus", "carol")).isEqualTo(404);
        }
    }

    private static int status(String address, String key) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key);
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void portOfItsOwnListensWhereTheServiceDoesUnlessToldOtherwise() {
        assertThat(address(new MockEnvironment())).isNull();
        var listening = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("management.server.port", "9090");
        assertThat(address(listening)).isEqualTo("127.0.0.1");
        assertThat(address(listening.withProperty("management.server.address", "10.0.0.1")))
                .isEqualTo("10.0.0.1");
    }

    private static String address(MockEnvironment environment) {
        new ManagementAddress().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("management.server.address");
    }
}
