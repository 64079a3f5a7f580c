package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import io.chainrule.service.web.ApiDocument.Deviation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Judges answers by the document and by what holds for all of them, and keeps count.
final class Judge {

    private static final Pattern INSIDE =
            Pattern.compile("\\tat |java\\.|org\\.springframework|tools\\.jackson|Exception");

    private final ApiDocument document;
    private final Map<String, TreeSet<Integer>> statuses = new TreeMap<>();
    private final Set<String> strangers = new TreeSet<>();
    private final Map<String, String> findings = new LinkedHashMap<>();
    private int requests;
    private int internal;
    private int undocumented;
    private int violations;
    private int ofStrangers;

    Judge(ApiDocument document) {
        this.document = document;
    }

    void judge(Asker asker, Question question, Answer answer) {
        requests++;
        statuses.computeIfAbsent(question.about().id(), _ -> new TreeSet<>()).add(answer.status());
        if (answer.status() >= 500) {
            internal++;
            find("a " + answer.status(), question, answer);
        }
        if (!question.method().equals("HEAD") && !isRefusedEarly(asker, question, answer)) {
            for (var deviation : document.deviations(question.method(), question.path(), answer.reply())) {
                if (deviation.kind() == Deviation.Kind.STATUS) {
                    undocumented++;
                    find(deviation.text(), question, answer);
                } else {
                    violate(deviation.text(), question, answer);
                }
            }
            if (answer.status() >= 400) {
                judgeProblem(question, answer);
            }
        }
        if (answer.status() / 100 == 2 && !question.isAllowed()) {
            violate("accepts what the document does not allow", question, answer);
        }
        if (asker.mayOnlyLook() && answer.status() < 400 && isWriting(question)) {
            violate("lets somebody write who may but look", question, answer);
        }
        judgeSecrecy(question, answer, asker.world());
    }

    /// Whether somebody who may but look has asked for what is neither looking nor anything else.
    private boolean isRefusedEarly(Asker asker, Question question, Answer answer) {
        return asker.mayOnlyLook()
                && answer.status() == 403
                && document.operation(question.method(), question.path()).isEmpty();
    }

    /// Whoever writes may find the disk full.
    private boolean isWriting(Question question) {
        return document.operation(question.method(), question.path())
                .filter(operation -> operation.told().path("responses").has("507"))
                .isPresent();
    }

    private void judgeProblem(Question question, Answer answer) {
        var problem = answer.tree();
        if (problem.path("status").asInt(0) != answer.status()
                || !problem.path("type")
                        .asString("")
                        .equals("/problems/" + problem.path("code").asString("?"))
                || problem.path("fix").asString("").isBlank()) {
            violate("a problem that does not tell status, type and fix", question, answer);
        }
        if (INSIDE.matcher(problem.path("detail").asString("")
                        + problem.path("fix").asString(""))
                .find()) {
            violate("a problem that shows the inside", question, answer);
        }
    }

    /// A refused request stored something.
    void judgeLeftovers(Question question, Answer answer, String before, String after) {
        if (answer.status() >= 400 && !before.equals(after)) {
            violate("left something behind: " + before + " became " + after, question, answer);
        }
    }

    /// Nobody is told of another owner's things.
    private void judgeSecrecy(Question question, Answer answer, World world) {
        var asked = question.asked();
        for (var id : Strangers.ids(answer.body())) {
            if (world.isOthers(id) && !asked.contains(id)) {
                violate("tells of another owner's " + id, question, answer);
            }
        }
    }

    /// What must be unknown is told from what never was.
    void judgeStrangers(Question question, Answer answer, Strangers asked, Answer unknown) {
        ofStrangers++;
        asked.places(question).forEach(place -> strangers.add(question.about().id() + " " + place));
        if (!Strangers.areAlike(answer, unknown)) {
            violate(
                    "is answered unlike an unknown id, with " + unknown.status() + " " + unknown.body(),
                    question,
                    answer);
        }
    }

    private void violate(String what, Question question, Answer answer) {
        violations++;
        find(what, question, answer);
    }

    /// The first of its kind is shown.
    private void find(String what, Question question, Answer answer) {
        findings.putIfAbsent(
                question.about().id() + " " + answer.status() + " " + what.replaceAll("[0-9]+|'[^']*'|\"[^\"]*\"", "_"),
                "#" + requests + " " + what + "\n  " + question + "\n  " + answer.status() + " "
                        + Question.shortened(answer.body(), 500));
    }

    /// The statuses that each operation has answered.
    Map<String, TreeSet<Integer>> statuses() {
        return statuses;
    }

    /// Each operation, and where it was asked for something that must be unknown: `predict body`.
    Set<String> strangers() {
        return strangers;
    }

    Iterable<String> findings() {
        return findings.values();
    }

    @Override
    public String toString() {
        return "requests=%d operations=%d answers-of-500=%d undocumented=%d violations=%d strangers=%d"
                .formatted(requests, statuses.size(), internal, undocumented, violations, ofStrangers);
    }
}
