package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ShutdownTest {

    @TempDir
    Path data;

    /// Those who follow a job, and those who wait for it.
    @Test
    void nobodyWhoWaitsForNewsHoldsTheShutdown() throws IOException {
        var context = start();
        var service = new LiveService(context.getEnvironment());
        var running = service.submit(LiveService.ENDLESS);
        service.awaitState(running, "running");
        var waiting = LiveService.JOBS + "/" + service.submit(LiveService.ENDLESS);
        try (var follower = open(service.port(), waiting + "/events", "");
                var waiter = open(service.port(), waiting, "Prefer: wait=50\r\n")) {
            assertThat(follower.getInputStream().read()).isEqualTo('H');
            assertThat(close(context)).isLessThan(Duration.ofSeconds(5));
            assertThat(rest(follower)).contains("\"state\":\"queued\"").endsWith("0\r\n\r\n");
            assertThat(rest(waiter)).startsWith("HTTP/1.1 200").contains("\"state\":\"queued\"");
        }
    }

    @Test
    void readerWhoHasStoppedReadingDoesNotHoldTheShutdownForLong() throws Exception {
        var context = start();
        var service = new LiveService(context.getEnvironment());
        var id = service.submit("{'dataset': '%s', 'epochs': 100000}");
        service.awaitState(id, "succeeded");
        try (var reader = open(service.port(), LiveService.JOBS + "/" + id + "/events", "")) {
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            Thread.sleep(1_000); // until nothing more fits between the two
            assertThat(close(context)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ChainruleApplication.class)
                .run(
                        "--server.port=0",
                        "--chainrule.samples=false",
                        "--chainrule.jobs.parallel=1",
                        "--chainrule.data-directory=" + data);
    }

    private static Duration close(ConfigurableApplicationContext context) {
        long before = System.nanoTime();
        context.close();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /// A socket that takes no more than it must before it is read.
    private static Socket open(int port, String path, String header) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(10_000);
        var request = "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
