package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Requests that are refused before they reach a controller, sent byte by byte because no HTTP client would.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:tomcat-test;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE")
class TomcatProblemsTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "GET /v1/%zz HTTP/1.1 | 400",
                "GET /v1/%00 HTTP/1.1 | 400",
                "GET /v1/%ff HTTP/1.1 | 400",
                "GET /v1/<script> HTTP/1.1 | 400",
                "GET /v1?a=%zz HTTP/1.1 | 400",
                "GET /v1?a=[] HTTP/1.1 | 400",
                "GET /v1/..%2f..%2fetc HTTP/1.1 | 400",
                "GET /v1/../../etc HTTP/1.1 | 400",
                "GET /v1;a=b HTTP/1.1 | 200",
                "GET /v1/..;/actuator/health HTTP/1.1 | 404",
                "GET /dashboard/..;/..;/application.properties HTTP/1.1 | 400",
                "GET /%252e%252e/ HTTP/1.1 | 400",
                "GET /v1/training-jobs/a%0d%0aX-Evil:%201 HTTP/1.1 | 400",
                "GET http://elsewhere/v1 HTTP/1.1 | 400",
                "GET //v1 HTTP/1.1 | 404",
                "TRACE /v1 HTTP/1.1 | 405",
                "TRACK /v1 HTTP/1.1 | 405",
                "CONNECT /v1 HTTP/1.1 | 501",
                "PATCH /v1 HTTP/1.1 | 405",
                "get /v1 HTTP/1.1 | 405",
                "GET /v1 HTTP/7.3 | 505",
                "GET /v1 FTP/1.1 | 400",
                "G@T /v1 HTTP/1.1 | 400",
                "GET /error HTTP/1.1 | 404",
                "GET /WEB-INF/web.xml HTTP/1.1 | 404",
                "GET /META-INF/MANIFEST.MF HTTP/1.1 | 404",
            })
    void strangeRequestLineGetsProblem(String line, int status) throws IOException {
        assertProblem(answer(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Content-Length: -1 | 400",
                "Content-Length: 1, 2 | 400",
                "Content-Length: ten | 400",
                "Transfer-Encoding: nonsense | 501",
                "Transfer-Encoding: gzip, chunked | 501",
                "Transfer-Encoding : chunked | 400",
                "Expect: miracles | 417",
                "No colon | 400",
                "Content-Type: / | 405",
                "Accept: /// | 405",
                "Accept-Language: //// | 405",
            })
    void strangeHeaderGetsProblem(String header, int status) throws IOException {
        assertProblem(
                answer("POST /v1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n"), status);
    }

    @ParameterizedTest
    @CsvSource({"7000, 405", "9000, 400", "100000, 400"})
    void longHeaderGetsProblem(int length, int status) throws IOException {
        var header = "X-Long: " + "a".repeat(length);
        assertProblem(answer("POST /v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + header + "\r\n\r\n"), status);
    }

    @Test
    void bytesOfChunkedBodyAreCounted() throws IOException {
        var chunk = " ".repeat(1 << 16);
        var head =
                "POST /v1/training-jobs HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n";
        var large = answer(head + ("10000\r\n" + chunk + "\r\n").repeat(17) + "0\r\n\r\n");
        assertProblem(large, 413);
        assertThat(large).contains("\"limitBytes\":1048576");
        assertProblem(answer(head + ("10000\r\n" + chunk + "\r\n").repeat(16) + "0\r\n\r\n"), 400);
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).doesNotContain("<html", "\tat ", "java.", "Apache Tomcat");
        if (status >= 400) {
            assertThat(answer)
                    .contains("Content-Type: application/problem+json", "\"code\":", "\"status\":" + status)
                    .contains("X-Content-Type-Options: nosniff");
        }
    }

    private String answer(String request) throws IOException {
        return RawClient.answer(port, request);
    }
}
