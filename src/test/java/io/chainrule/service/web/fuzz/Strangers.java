package io.chainrule.service.web.fuzz;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The ids of a question that must be answered as if they had never been: what is another owner's, and what was
/// deleted.
///
/// @param ids each once
record Strangers(Set<String> ids) {

    private static final Pattern ID = Pattern.compile("[dejm][a-z]{1,2}_[0-9a-z]{26}"); // looked for in whole reports
    private static final Pattern ERROR_ID = Pattern.compile("\"errorId\":\"[^\"]*\"");
    private static final Pattern BEGINNING = Pattern.compile("_[0-9a-z]{2}");

    static Strangers in(Question question, World world) {
        return new Strangers(
                ids(question.asked()).stream().filter(world::isStrange).collect(Collectors.toUnmodifiableSet()));
    }

    static Set<String> ids(String text) {
        return ID.matcher(text).results().map(found -> found.group()).collect(Collectors.toUnmodifiableSet());
    }

    /// The question about as many ids that never were: they would be decades old.
    Question unknown(Question question) {
        var unknown = question;
        for (var id : ids) {
            unknown = unknown.with(id, BEGINNING.matcher(id).replaceFirst("_00"));
        }
        return unknown;
    }

    /// In which parts of the question they are.
    Set<String> places(Question question) {
        var places = new TreeSet<String>();
        for (var id : ids) {
            if (question.path().contains(id)) {
                places.add("path");
            }
            if (question.query().contains(id)) {
                places.add("query");
            }
            if (question.text().contains(id)) {
                places.add("body");
            }
        }
        return places;
    }

    /// Whether nobody can tell one answer from the other. What is accepted all the same has ids of its own.
    static boolean areAlike(Answer answer, Answer unknown) {
        return answer.status() == unknown.status()
                && (answer.status() / 100 == 2 || shape(answer).equals(shape(unknown)));
    }

    private static String shape(Answer answer) {
        return ERROR_ID.matcher(ID.matcher(answer.body()).replaceAll("ID")).replaceAll("");
    }
}
