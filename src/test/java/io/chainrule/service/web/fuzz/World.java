package io.chainrule.service.web.fuzz;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the service is known to hold of an owner's, and what it held: ids to ask for, page tokens and entity tags to
/// send back.
final class World {

    private static final int KEPT = 30;

    private final Map<Kind, List<String>> present = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> gone = new EnumMap<>(Kind.class);
    private final List<String> pageTokens = new ArrayList<>();
    private final List<String> entityTags = new ArrayList<>();
    private final Set<String> everMade = new HashSet<>();
    private final Set<String> everDeleted = new HashSet<>();
    private World other = this;

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

    private World() {
        for (var kind : Kind.values()) {
            present.put(kind, new ArrayList<>());
            gone.put(kind, new ArrayList<>());
        }
    }

    /// Two worlds, in each of which nothing is known of what is in the other.
    static List<World> ofTwoOwners() {
        var one = new World();
        var two = new World();
        one.other = two;
        two.other = one;
        return List.of(one, two);
    }

    /// Something that exists as far as is known; deletable unless it is a sample.
    String present(Kind kind, Random random) {
        var known = present.get(kind);
        return known.isEmpty() || random.nextInt(4) == 0 ? any(kind.samples, random) : any(known, random);
    }

    /// Something deleted, of another owner, of another kind, never made, or no id at all.
    String absent(Kind kind, Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> anyOr(random(kind, random), gone.get(kind), random);
            case 2, 3 -> others(kind, random);
            case 4 -> present(any(List.of(Kind.values()), random), random);
            default -> random.nextBoolean() ? random(kind, random) : Oddities.text(random, 60);
        };
    }

    /// Something of another owner.
    String others(Kind kind, Random random) {
        return anyOr(random(kind, random), other.present.get(kind), random);
    }

    /// Whether this is another owner's, or deleted.
    boolean isStrange(String id) {
        return isOthers(id) || everDeleted.contains(id);
    }

    boolean isOthers(String id) {
        return other.everMade.contains(id);
    }

    String pageToken(Random random) {
        return anyOr("none", pageTokens, random);
    }

    String entityTag(Random random) {
        return anyOr("*", entityTags, random);
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
                everDeleted.add(id);
            }
            tree.path("items").forEach(item -> remember(kind, item.path("id")));
        }
    }

    private void remember(Kind kind, JsonNode id) {
        if (id.isString() && id.stringValue().startsWith(kind.prefix)) {
            remember(present.get(kind), id.stringValue());
            everMade.add(id.stringValue());
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

    private static String anyOr(String none, List<String> choices, Random random) {
        return choices.isEmpty() ? none : any(choices, random);
    }

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
