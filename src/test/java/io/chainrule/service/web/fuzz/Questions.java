package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import io.chainrule.service.web.ApiDocument.Operation;
import io.chainrule.service.web.fuzz.World.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// Makes requests, half of them right as far as the document tells, the others with something wrong.
final class Questions {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "TRACE", "PROPFIND", "BREW");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "text/csv",
            "*/*",
            "nonsense",
            "a/b;q=2",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "image/svg+xml");

    private final World world;
    private final Words words;
    private final Values values;
    private final Bodies bodies;
    private final Random random;
    private final List<Operation> operations;

    Questions(ApiDocument document, World world, Random random) {
        this.world = world;
        this.random = random;
        this.operations = document.operations();
        this.words = new Words(world, random);
        this.values = new Values(document, words, random);
        this.bodies = new Bodies(document, values, random);
    }

    /// What may be wrong with a request.
    private enum Flaw {
        BODY,
        QUERY,
        UNKNOWN_QUERY,
        ID,
        OWNER,
        CONTENT_TYPE,
        ENCODING,
        ACCEPT,
        METHOD,
        HEADER,
        NONE
    }

    Question next() {
        var operation = operation();
        boolean hasBody = operation.told().has("requestBody");
        var flaw = random.nextBoolean()
                ? Flaw.NONE
                : hasBody && random.nextBoolean() ? Flaw.BODY : World.any(List.of(Flaw.values()), random);
        var headers = headers(operation, flaw);
        var body = hasBody ? bodies.of(operation, flaw == Flaw.BODY) : null;
        if (body != null) {
            headers.putIfAbsent("Content-Type", body.contentType());
        }
        return new Question(
                operation,
                flaw == Flaw.METHOD ? World.any(METHODS, random) : operation.method(),
                path(operation, flaw),
                query(operation, flaw),
                headers,
                body == null ? null : body.octets(),
                body == null || body.isAllowed());
    }

    /// Whole reports are dear, and asked for less often.
    private Operation operation() {
        var operation = World.any(operations, random);
        return operation.id().endsWith("Report") && random.nextInt(8) > 0 ? World.any(operations, random) : operation;
    }

    private String path(Operation operation, Flaw flaw) {
        var path = operation.path();
        if (path.contains("{code}")) {
            var codes = List.of("not-found", "invalid-spec", "internal", "rate-limited");
            return path.replace(
                    "{code}", flaw == Flaw.ID ? encoded(Oddities.text(random, 20)) : World.any(codes, random));
        }
        for (var kind : Kind.values()) {
            if (path.startsWith(kind.path() + "/")) {
                return path.replace("{id}", encoded(id(kind, flaw)));
            }
        }
        return path;
    }

    private String id(Kind kind, Flaw flaw) {
        return switch (flaw) {
            case ID -> world.absent(kind, random);
            case OWNER -> world.others(kind, random);
            default -> world.present(kind, random);
        };
    }

    private String query(Operation operation, Flaw flaw) {
        var query = new ArrayList<String>();
        for (var parameter : operation.told().path("parameters")) {
            var name = parameter.get("name").stringValue();
            if (parameter.get("in").stringValue().equals("query") && isAsked(parameter, name)) {
                var value = flaw == Flaw.QUERY ? Oddities.text(random, 50) : text(parameter.get("schema"), name);
                query.add(name + "=" + encoded(value));
            }
        }
        if (flaw == Flaw.UNKNOWN_QUERY) {
            query.add(encoded(Oddities.text(random, 12)) + "=" + encoded(Oddities.text(random, 12)));
        }
        if (flaw == Flaw.QUERY && random.nextInt(5) == 0 && !query.isEmpty()) {
            query.add(query.getFirst());
        }
        return String.join("&", query);
    }

    /// Pictures are small most of the time: large ones only take longer.
    private boolean isAsked(JsonNode parameter, String name) {
        return parameter.path("required").asBoolean(false) || (random.nextInt(6) == 0) != isSize(name);
    }

    private static boolean isSize(String name) {
        return name.equals("width") || name.equals("height") || name.equals("resolution");
    }

    private String text(JsonNode schema, String name) {
        if (name.equals("width") || name.equals("height")) {
            return Integer.toString(random.nextInt(1, 120));
        }
        var value = values.of(schema, name);
        return value.isArray()
                ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }

    private Map<String, String> headers(Operation operation, Flaw flaw) {
        var headers = new HashMap<String, String>();
        var types = List.copyOf(operation.told().at("/responses/200/content").propertyNames());
        if (!types.isEmpty() && random.nextBoolean()) {
            headers.put("Accept", World.any(types, random));
        }
        for (var parameter : operation.told().path("parameters")) {
            if (parameter.get("in").stringValue().equals("header")
                    && random.nextInt(flaw == Flaw.HEADER ? 1 : 5) == 0) {
                var name = parameter.get("name").stringValue();
                headers.put(name, header(name, flaw == Flaw.HEADER));
            }
        }
        switch (flaw) {
            case CONTENT_TYPE -> headers.put("Content-Type", World.any(TYPES, random));
            case ACCEPT -> headers.put("Accept", World.any(TYPES, random));
            case ENCODING -> headers.put("Content-Encoding", World.any(List.of("gzip", "br", "identity"), random));
            case BODY, QUERY, UNKNOWN_QUERY, ID, OWNER, METHOD, HEADER, NONE -> {}
        }
        return headers;
    }

    /// Nobody is asked to wait: that would only take time.
    private String header(String name, boolean isWrong) {
        if (isWrong) {
            return World.any(
                    List.of("\"", "wait=-1", "wait=x", "-5", "*", "W/\"a\"", "x".repeat(300), "9".repeat(30)), random);
        }
        return switch (name) {
            case "If-None-Match" -> world.entityTag(random);
            case "Prefer" -> "wait=0";
            case "Last-Event-ID" -> Integer.toString(random.nextInt(5));
            default -> "key " + random.nextInt(40);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
