package io.chainrule.service.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/// A request that is wrong, made by chance: a right one with one thing spoiled.
record WrongRequest(String method, String uri, Map<String, String> headers, byte[] body) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String[] TARGETS = {
        "/v1/gradients", "/v1/datasets", "/v1/training-jobs", "/v1/models/sample-two-clouds-linear/predictions"
    };
    private static final String[] BODIES = {
        "{\"expression\": \"sin(x*y) + x^2\", \"at\": {\"x\": 1.5, \"y\": 2}, \"wrt\": [\"x\"], \"order\": 2, \"graph\": true}",
        "{\"name\": \"a\", \"target\": \"y\", \"task\": \"classification\", \"columns\": {\"x\": [1, 2], \"y\": [\"a\", \"b\"]}}",
        "{\"dataset\": \"sample-two-clouds\", \"epochs\": 1, \"optimizer\": {\"type\": \"sgd\", \"learningRate\": 0.5},"
                + " \"model\": {\"type\": \"mlp\", \"hidden\": [4], \"activation\": \"relu\"}, \"seed\": 1}",
        "{\"rows\": [{\"x1\": 1, \"x2\": 2}]}"
    };
    private static final String[] WRONG_VALUES = {
        "null",
        "{}",
        "[[]]",
        "true",
        "1e400",
        "\"\\u0000\"",
        "{\"type\": 1}",
        "[null]",
        "{\"a\": {\"b\": []}}",
        "[1, \"x\"]"
    };
    private static final String[] GETS = {
        "/v1/datasets",
        "/v1/training-jobs",
        "/v1/models",
        "/v1/datasets/sample-penguins/examples",
        "/v1/models/sample-two-clouds-linear/decision-boundary"
    };

    static WrongRequest of(Random random) {
        int target = random.nextInt(TARGETS.length);
        return switch (random.nextInt(11)) {
            case 0 -> post(target, cut(BODIES[target], random));
            case 1 -> post(target, renamed(BODIES[target], random));
            case 2 -> post(target, withWrongValue(BODIES[target], random));
            case 3 -> post(target, noise(random));
            case 4 -> new WrongRequest("POST", TARGETS[target], wrongType(random), bytes(BODIES[target]));
            case 5 -> get(GETS[random.nextInt(GETS.length)] + "?" + wrongQuery(random));
            case 6 -> get("/v1/" + word(random) + "/" + word(random));
            case 7 -> new WrongRequest(wrongMethod(random), GETS[random.nextInt(3)], JSON, bytes(BODIES[target]));
            case 8 ->
                new WrongRequest("GET", GETS[random.nextInt(3)], Map.of("Accept", "image/" + word(random)), bytes(""));
            case 9 -> csv(random);
            default -> post(target, "[".repeat(random.nextInt(3_000) + 1) + BODIES[target]);
        };
    }

    private static WrongRequest get(String uri) {
        return new WrongRequest("GET", uri, Map.of(), bytes(""));
    }

    private static WrongRequest post(int target, String body) {
        return new WrongRequest("POST", TARGETS[target], JSON, bytes(body));
    }

    private static String cut(String body, Random random) {
        return body.substring(0, random.nextInt(body.length()));
    }

    /// One letter more in the name of a field that counts.
    private static String renamed(String body, Random random) {
        var end = body.indexOf("\":", random.nextInt(body.indexOf("\":")));
        return body.substring(0, end) + (char) ('a' + random.nextInt(26)) + body.substring(end);
    }

    /// Another value for the first field, which is always one that counts.
    private static String withWrongValue(String body, Random random) {
        var start = body.indexOf(':') + 1;
        var end = body.contains(", \"") && !body.startsWith("{\"rows") ? body.indexOf(", \"") : body.length() - 1;
        return body.substring(0, start) + WRONG_VALUES[random.nextInt(WRONG_VALUES.length)] + body.substring(end);
    }

    private static String noise(Random random) {
        var octets = new byte[random.nextInt(200)];
        random.nextBytes(octets);
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> wrongType(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("Content-Type", "application/" + word(random));
            case 1 -> Map.of("Content-Type", word(random));
            case 2 -> Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
            default -> Map.of("Content-Type", "multipart/form-data; boundary=" + word(random));
        };
    }

    private static String wrongQuery(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "x" + word(random) + "=1";
            case 1 -> "pageSize=" + word(random);
            case 2 -> "pageToken=" + word(random) + "&resolution=0&pageSize=0";
            case 3 -> "a=%C3%28";
            default -> "q".repeat(random.nextInt(1_000) + 1) + "&resolution=" + word(random);
        };
    }

    private static String wrongMethod(Random random) {
        return new String[] {"PUT", "PATCH", "DELETE", "PROPFIND"}[random.nextInt(4)];
    }

    private static WrongRequest csv(Random random) {
        var body = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "a,b\n" + "1,2,3\n".repeat(random.nextInt(50) + 1);
            case 2 -> "a,a\n1,2\n";
            default -> "a,b\n1,\"" + word(random);
        };
        return new WrongRequest("POST", "/v1/datasets", Map.of("Content-Type", "text/csv"), bytes(body));
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(1, 12), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var text = new String(body, StandardCharsets.UTF_8);
        return method + " " + uri + " " + headers + " " + text.substring(0, Math.min(300, text.length()));
    }
}
