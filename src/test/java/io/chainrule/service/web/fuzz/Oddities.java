package io.chainrule.service.web.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that programs stumble over.
final class Oddities {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "1e999",
            "0x10",
            "\u0000",
            "\uFEFFx",
            "e\u0301",
            "\u202Etxt",
            "日本語",
            "😀",
            "\uD800",
            "İı",
            "<script>alert(1)</script>",
            "'; drop table dataset; --",
            "../../etc/passwd",
            "${7*7}",
            "%00",
            "%s%n",
            "=1+1",
            "a,b",
            "a\r\nX-Injected: yes",
            "9^9^9^9",
            "x/0");

    private Oddities() {}

    static JsonNode value(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.objectNode();
            case 3 -> JSON.arrayNode();
            case 4 -> JSON.arrayNode().addNull();
            case 5 -> JSON.numberNode(-1 - random.nextInt(3));
            case 6 -> JSON.numberNode(World.any(List.of(0.5, -0.0, 1e308, -1e308, Double.MIN_VALUE, 1e-30), random));
            case 7 -> JSON.numberNode(new BigDecimal("1e999"));
            case 8 -> JSON.numberNode(BigInteger.TEN.pow(1 + random.nextInt(400)));
            case 9 ->
                JSON.numberNode(World.any(
                        List.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, (1L << 53) + 1, 2_147_483_647L), random));
            case 10 -> nested(1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 20), random.nextBoolean());
            case 11 -> JSON.objectNode().put("type", "nonsense").put("x", 1);
            default -> JSON.stringNode(text(random, random.nextInt(30) == 0 ? 20_000 : 40));
        };
    }

    /// At most so many characters, or one of the usual suspects.
    static String text(Random random, int most) {
        return random.nextInt(3) > 0
                ? World.any(TEXTS, random)
                : random.ints(random.nextInt(most) + 1L, 1, random.nextBoolean() ? 128 : 0x3000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static JsonNode nested(int depth, boolean isArray) {
        JsonNode value = JSON.numberNode(1);
        for (int i = 0; i < depth; i++) {
            value = isArray ? JSON.arrayNode().add(value) : JSON.objectNode().set("a", value);
        }
        return value;
    }
}
