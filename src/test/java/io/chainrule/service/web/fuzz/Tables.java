package io.chainrule.service.web.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// CSV files of a few rows.
final class Tables {

    private Tables() {}

    static String csv(Random random, boolean isSpoiled) {
        var right = "x1,x2,label\n"
                + IntStream.range(0, 2 + random.nextInt(12))
                        .mapToObj(
                                row -> random.nextInt(9) + "," + random.nextInt(99) / 8.0 + "," + "ab".charAt(row % 2))
                        .collect(Collectors.joining("\n"));
        if (!isSpoiled) {
            return right;
        }
        int place = random.nextInt(right.length());
        return switch (random.nextInt(6)) {
            case 0 -> right.substring(0, place);
            case 1 -> right.substring(0, place) + Oddities.text(random, 8) + right.substring(place);
            case 2 ->
                right + World.any(List.of("\n1,2", "\n1,2,3,4", "\n\"", "\n\"a\"b,1,2", "\n,,", "\n\n\n1"), random);
            case 3 -> right.replace(',', World.any(List.of(';', '\t', '|', ' '), random));
            case 4 -> right.replaceFirst("x2", World.any(List.of("x1", "", "a".repeat(5_000), "\uFEFF", "1"), random));
            default -> Oddities.text(random, 300);
        };
    }
}
