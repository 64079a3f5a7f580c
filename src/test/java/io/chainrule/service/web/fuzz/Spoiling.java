package io.chainrule.service.web.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Spoils one thing of a JSON value, or the text it is written as.
final class Spoiling {

    private final Random random;

    Spoiling(Random random) {
        this.random = random;
    }

    /// A value that differs in one place: another value, a field too many or too few.
    JsonNode spoiled(JsonNode value) {
        var spoiled = value.deepCopy();
        var places = new ArrayList<JsonNode>();
        collect(spoiled, places);
        if (places.isEmpty() || random.nextInt(20) == 0) {
            return Oddities.value(random);
        }
        switch (World.any(places, random)) {
            case ObjectNode object -> spoil(object);
            case ArrayNode array -> spoil(array);
            case JsonNode leaf -> throw new IllegalStateException("No container: " + leaf);
        }
        return spoiled;
    }

    private static void collect(JsonNode value, List<JsonNode> places) {
        if (value.isContainer()) {
            places.add(value);
            value.forEach(child -> collect(child, places));
        }
    }

    private void spoil(ObjectNode object) {
        var names = List.copyOf(object.propertyNames());
        int choice = names.isEmpty() ? 0 : random.nextInt(6);
        switch (choice) {
            case 0 -> object.set(Oddities.text(random, 20), Oddities.value(random));
            case 1 -> object.remove(World.any(names, random));
            case 2 -> {
                var name = World.any(names, random);
                object.set(name + "s", object.remove(name));
            }
            default -> object.set(World.any(names, random), Oddities.value(random));
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            array.add(Oddities.value(random));
        } else if (random.nextInt(4) == 0) {
            array.remove(random.nextInt(array.size()));
        } else {
            array.set(random.nextInt(array.size()), Oddities.value(random));
        }
    }

    /// Text that is no JSON any more, or JSON that says something twice.
    String broken(String json) {
        int place = random.nextInt(json.length() + 1);
        return switch (random.nextInt(9)) {
            case 0 -> json.substring(0, place);
            case 1 -> json.substring(0, place) + Oddities.text(random, 5) + json.substring(place);
            case 2 -> json + json;
            case 3 -> json.replaceFirst("\\{(\"[^\"]*\":)", "{$1 1, $1");
            case 4 -> "[".repeat(1 + random.nextInt(3_000)) + json;
            case 5 ->
                json.replaceFirst("[0-9]+", World.any(List.of("1e999999999", "01", "0x1", "NaN", "+1", ".5"), random));
            case 6 -> "\uFEFF" + json;
            case 7 -> json.replaceFirst("[0-9]+|\"[^\"]*\"(?!:)", nested(random.nextInt(1_100)));
            default -> Oddities.text(random, 200);
        };
    }

    private static String nested(int depth) {
        return "{\"mul\":[".repeat(depth / 2) + "2" + "]}".repeat(depth / 2);
    }
}
