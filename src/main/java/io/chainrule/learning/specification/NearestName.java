package io.chainrule.learning.specification;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that somebody probably meant: the nearest known one, if it is near enough to be a typing error.
public final class NearestName {

    private NearestName() {}

    /// The first of the nearest known names, if at most a third of the longer one's characters (one for short names)
    /// differ.
    public static Optional<String> of(String unknown, Collection<String> known) {
        var meant = folded(unknown);
        if (meant.length() > 100) {
            return Optional.empty();
        }
        Optional<String> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (var name : known) {
            var candidate = folded(name);
            int distance = distance(meant, candidate);
            int tolerated = Math.max(1, Math.max(meant.length(), candidate.length()) / 3);
            if (distance <= tolerated && distance < Math.min(least, candidate.length())) {
                least = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /// Letter case and the ways to join words are no difference: `learning_rate` is `learningRate`.
    private static String folded(String name) {
        return name.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT);
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other.
    static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            current[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
        }
        return current[b.length()];
    }
}
