package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.fuzz.World.Kind;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Words that mean something to the service: names of columns, expressions, ids.
final class Words {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode EXPRESSIONS = new JsonMapper().readTree("""
            ["x", "x*y", "sin(x*y) + x^2", "x1*x2", "(x-1)^2 + (y+2)^2", "log(x)", "1/x", "where(x > 0, sqrt(x), x)",
             "max(x, y, 0)", "a*exp(-b*x)", "(prediction - target)^2", "0.1/(1+epoch)", "relu(x1) - x2", "x^x^x", "2x", "f(x)",
             "", "((((x))))", "e^pi", "`a b`*2", "9^9^9^9", "1e308*x", "hypot(x,y)", "0", {"mul": ["x", 2]}, {"sin": ["x1"]},
             {"add": [{"pow": ["x", 2]}, "y", 1]}, {"nothing": []}, {"neg": [3]}, 5]""");
    private static final List<String> COLUMNS = List.of(
            "x", "y", "x1", "x2", "a", "b", "label", "target", "species", "island", "pressure", "w", "ünï cøde", "`");
    private static final List<String> NAMES =
            List.of("a name", "two clouds", "日本語 😀", "<b>&\"'", "=cmd()", "\u202Edrow");

    private final World world;
    private final Random random;

    Words(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    JsonNode expression() {
        return EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size()));
    }

    String column() {
        return World.any(COLUMNS, random);
    }

    /// One value of a table, or of whatever has no type.
    JsonNode cell() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.stringNode(World.any(List.of("red", "blue", "NaN", "", "2020-01-01", "Infinity"), random));
            case 1 -> Oddities.value(random);
            case 2 -> JSON.arrayNode().add(1).add(2.5).add("x");
            default -> JSON.numberNode(random.nextInt(100) / 8.0);
        };
    }

    /// What a property, a path or a query of this name may hold.
    String text(String name) {
        return switch (name) {
            case "dataset" -> random.nextInt(8) == 0 ? world.others(Kind.DATASET, random) : id(Kind.DATASET);
            case "job", "ids" -> id(Kind.JOB);
            case "experiment" -> id(Kind.EXPERIMENT);
            case "pageToken" -> world.pageToken(random);
            case "resolution" -> World.any(List.of("2", "7", "12x5", "3x3"), random);
            case "metrics" -> World.any(List.of("trainLoss", "trainAccuracy", "learningRate", "gradientNorm"), random);
            case "rankBy" -> World.any(List.of("trainLoss", "validationLoss", "trainAccuracy"), random);
            case "name" -> World.any(NAMES, random);
            case "x", "y", "wrt", "features", "target", "output" -> column();
            default -> random.nextInt(4) == 0 ? Oddities.text(random, 30) : column();
        };
    }

    String id(Kind kind) {
        return random.nextInt(8) == 0 ? world.absent(kind, random) : world.present(kind, random);
    }
}
