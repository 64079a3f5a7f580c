package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A hundred requests that want much memory each, sixteen at a time, and a heap of 256 MiB: all are answered, most are
/// refused, and the job of somebody else ends well.
class HostileRequestsIT {

    private static final int AT_ONCE = 16;
    private static final int MIB = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private static final String BYSTANDER =
            "{'dataset': 'DATASET', 'epochs': 2000, 'model': {'type': 'mlp', 'hidden': [20]}, 'seed': 1}";

    private final HttpClient client = HttpClient.newHttpClient();
    private URI address;

    @TempDir
    private Path folder;

    private record Attack(String name, String path, String type, BodyPublisher body) {

        static Attack json(String name, String path, String json) {
            return new Attack(name, path, "application/json", BodyPublishers.ofString(json.replace('\'', '"')));
        }
    }

    @Test
    void hostileRequestsAreRefusedAndABystanderFinishes() throws Exception {
        var command = List.of(
                "-Xmx256m", "-cp", ServiceProcess.classPath(), io.chainrule.ChainruleApplication.class.getName());
        try (var service = ServiceProcess.start(command, folder.resolve("data"))) {
            address = service.awaitAddress();
            var dataset = id(send(Attack.json(
                    "a dataset", "/v1/datasets", "{'name': 'd', 'generate': {'type': 'moons', 'examples': 300}}")));
            var bystander =
                    id(send(Attack.json("a bystander", "/v1/training-jobs", BYSTANDER.replace("DATASET", dataset))));
            var told = new TreeMap<String, Integer>();
            for (var answer : all(attacks(dataset))) {
                told.merge(answer, 1, Integer::sum);
            }
            System.out.println("hostile="
                    + told.values().stream().mapToInt(Integer::intValue).sum() + " " + told);
            assertThat(service.isAlive()).as(service.output()).isTrue();
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> get("/v1/training-jobs/" + bystander).contains("\"state\":\"succeeded\""));
            assertThat(id(send(Attack.json("another job", "/v1/training-jobs", BYSTANDER.replace("DATASET", dataset)))))
                    .startsWith("job_");
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static List<Attack> attacks(String dataset) {
        var wide = "{'dataset': '" + dataset + "', 'model': {'type': 'mlp', 'hidden': [4096, 200]}, 'batchSize': 300,"
                + " 'optimizer': {'type': 'adam'}, 'epochs': 100000}";
        var sum = IntStream.range(0, 200).mapToObj(i -> "x" + i).collect(Collectors.joining("*"));
        var point = IntStream.range(0, 200).mapToObj(i -> "'x" + i + "':1").collect(Collectors.joining(","));
        var ones = "1,".repeat(99_999) + "1";
        var kinds = List.of(
                new Attack("a table of 32 MiB", "/v1/datasets", "text/csv", BodyPublishers.ofByteArray(csv(32 * MIB))),
                new Attack("a table of 12 MiB", "/v1/datasets", "text/csv", BodyPublishers.ofByteArray(csv(12 * MIB))),
                Attack.json("empty objects", "/v1/datasets", "{'rows': [" + "{},".repeat(4 * MIB) + "{}]}"),
                Attack.json(
                        "small numbers",
                        "/v1/gradients",
                        "{'expression': 'x', 'at': {'x': [" + "11,".repeat(4 * MIB) + "1]}}"),
                Attack.json(
                        "many rows",
                        "/v1/gradients",
                        "{'expression': 'x*y*z', 'order': 2, 'at': {'y': 1, 'z': 2, 'x': [" + ones + "]}}"),
                Attack.json(
                        "all second derivatives",
                        "/v1/gradients",
                        "{'expression': '" + sum + "', 'order': 2, 'graph': true, 'at': {" + point + "}}"),
                Attack.json("a wide network", "/v1/training-jobs", wide),
                Attack.json(
                        "many frames",
                        "/v1/training-jobs",
                        wide.replace("'epochs': 100000", "'epochs': 1000, 'frames': 100")),
                Attack.json("an expression", "/v1/gradients", "{'expression': '" + "(".repeat(900_000) + "'}"),
                Attack.json(
                        "generated examples",
                        "/v1/datasets",
                        "{'name': 'd', 'generate': {'type': 'moons', 'examples': 200000}}"));
        return IntStream.range(0, 100)
                .mapToObj(i -> kinds.get(i % kinds.size()))
                .toList();
    }

    private static byte[] csv(int bytes) {
        var row = (IntStream.range(0, 30).mapToObj(i -> i + ".5").collect(Collectors.joining(",")) + ",a\n"
                + IntStream.range(0, 30).mapToObj(i -> i + ".25").collect(Collectors.joining(",")) + ",b\n");
        var header = IntStream.range(0, 31).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n";
        return (header + row.repeat((bytes - header.length()) / row.length())).getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> all(List<Attack> attacks) throws Exception {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<Future<String>>();
            attacks.forEach(attack -> answers.add(pool.submit((Callable<String>) () -> checked(attack))));
            var told = new ArrayList<String>();
            for (var answer : answers) {
                told.add(answer.get());
            }
            return told;
        }
    }

    /// Accepted, or refused with what it would need, or asked to come again.
    private String checked(Attack attack) throws Exception {
        var answer = send(attack);
        var told = attack.name() + ": " + answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode()).as(told).isIn(200, 201, 202, 413, 422, 503);
        if (answer.statusCode() < 400) {
            return attack.name() + " " + answer.statusCode();
        }
        var problem = JSON.readTree(answer.body());
        var code = problem.get("code").stringValue();
        switch (answer.statusCode()) {
            case 503 ->
                assertThat(answer.headers().firstValue("Retry-After")).as(told).isPresent();
            case 413 -> assertThat(problem.has("limitBytes")).as(told).isTrue();
            default ->
                assertThat(!code.equals("budget-exceeded") || problem.has("estimate"))
                        .as(told)
                        .isTrue();
        }
        return attack.name() + " " + answer.statusCode() + " " + code;
    }

    private HttpResponse<String> send(Attack attack) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address.resolve(attack.path()))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", attack.type())
                        .POST(attack.body())
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        return JSON.readTree(answer.body()).get("id").stringValue();
    }
}
