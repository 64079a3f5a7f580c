package io.chainrule.engine.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the known name that somebody probably meant.
public final class NearestName {

    private static final int LONGEST = 100;

    private NearestName() {}

    /// The nearest, of several the one that begins alike, if it is near enough to be a typing error. Letter
    /// case and the ways to join words are no difference: `learning_rate` is `learningRate`.
    public static Optional<String> of(String unknown, Collection<String> known) {
        if (unknown.length() > LONGEST) {
            return Optional.empty();
        }
        var meant = folded(unknown);
        int tolerated = Math.max(1, meant.length() / 3);
        return known.stream()
                .filter(name -> distance(meant, folded(name)) <= Math.min(name.length() - 1, tolerated))
                .min(Comparator.<String>comparingInt(name -> distance(meant, folded(name)))
                        .thenComparingInt(name -> -commonStart(unknown, name)));
    }

    private static String folded(String name) {
        return name.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT);
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other.
    static int distance(String a, String b) {
        var least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                least[i][j] =
                        Math.min(least[i - 1][j - 1] + substitution, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], 1 + least[i - 2][j - 2]);
                }
            }
        }
        return least[a.length()][b.length()];
    }

    private static int commonStart(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }
}
