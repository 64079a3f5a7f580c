package io.chainrule.service.web.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// What the service is known to hold, and what it held: ids to ask for, page tokens and entity tags to send back.
final class World {

    private static final int KEPT = 30;

    private final Map<Kind, List<String>> present = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> gone = new EnumMap<>(Kind.class);
    private final List<String> pageTokens = new ArrayList<>();
    private final List<String> entityTags = new ArrayList<>();

    /// What has ids.
    enum Kind {
        DATASET("/v1/datasets", "ds_", "sample-two-clouds", "sample-penguins", "sample-xor", "sample-misra1a"),
        JOB("/v1/training-jobs", "job_", "sample-two-clouds-linear", "sample-four-sections-mlp"),
        MODEL("/v1/models", "mdl_", "sample-two-clouds-linear", "sample-misra1a-expression"),
        EXPERIMENT("/v1/experiments", "exp_", "sample-four-sections");

        private final String path;
        private final String prefix;
        private final List<String> samples;

        Kind(String path, String prefix, String... samples) {
            this.path = path;
            this.prefix = prefix;
            this.samples = List.of(samples);
        }

        /// The address of all of its kind.
        String path() {
            return path;
        }

        private static List<Kind> of(String path) {
            return List.of(values()).stream()
                    .filter(kind -> path.startsWith(kind.path))
                    .toList();
        }
    }

    World() {
        for (var kind : Kind.values()) {
            present.put(kind, new ArrayList<>());
            gone.put(kind, new ArrayList<>());
        }
    }

    /// Something that exists as far as is known; deletable unless it is a sample.
    String present(Kind kind, Random random) {
        var known = present.get(kind);
        return known.isEmpty() || random.nextInt(4) == 0 ? any(kind.samples, random) : any(known, random);
    }

    /// Something deleted, of another kind, never made, or no id at all.
    String absent(Kind kind, Random random) {
        var deleted = gone.get(kind);
        return switch (random.nextInt(4)) {
            case 0, 1 -> deleted.isEmpty() ? random(kind, random) : any(deleted, random);
            case 2 -> present(any(List.of(Kind.values()), random), random);
            default -> random.nextBoolean() ? random(kind, random) : Oddities.text(random, 60);
        };
    }

    String pageToken(Random random) {
        return pageTokens.isEmpty() ? "none" : any(pageTokens, random);
    }

    String entityTag(Random random) {
        return entityTags.isEmpty() ? "*" : any(entityTags, random);
    }

    /// Remembers what a successful request has made, deleted or told.
    void learn(Question question, Answer answer) {
        answer.header("ETag").ifPresent(tag -> remember(entityTags, tag));
        if (answer.status() / 100 != 2) {
            return;
        }
        var tree = answer.tree();
        if (tree.path("nextPageToken").isString()) {
            remember(pageTokens, tree.get("nextPageToken").stringValue());
        }
        remember(Kind.MODEL, tree.path("model"));
        for (var kind : Kind.of(question.path())) {
            if (answer.status() == 201 || answer.status() == 202) {
                remember(kind, tree.path("id"));
            } else if (answer.status() == 204 && question.method().equals("DELETE")) {
                var id = question.path().substring(kind.path.length() + 1);
                present.get(kind).remove(id);
                remember(gone.get(kind), id);
            }
            tree.path("items").forEach(item -> remember(kind, item.path("id")));
        }
    }

    private void remember(Kind kind, JsonNode id) {
        if (id.isString() && id.stringValue().startsWith(kind.prefix)) {
            remember(present.get(kind), id.stringValue());
        }
    }

    private static void remember(List<String> known, String text) {
        if (!known.contains(text)) {
            known.add(text);
        }
        if (known.size() > KEPT) {
            known.removeFirst();
        }
    }

    private static String random(Kind kind, Random random) {
        var digits = "0123456789abcdefghjkmnpqrstvwxyz";
        var id = new StringBuilder(kind.prefix);
        random.ints(26, 0, digits.length()).forEach(digit -> id.append(digits.charAt(digit)));
        return id.toString();
    }

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
