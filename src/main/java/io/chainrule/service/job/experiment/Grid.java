package io.chainrule.service.job.experiment;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// All combinations of values at dotted paths, in the order in which they are stated.
final class Grid {

    private static final String GRID = "grid";

    /// A value at a path.
    ///
    /// @param index of the value in the grid
    private record Setting(String path, int index, JsonNode value) {

        /// As the part of a training job that it is.
        ObjectNode otherwise() {
            var steps = steps(path);
            var nested = value;
            for (var step : steps.reversed()) {
                nested = JsonNodeFactory.instance.objectNode().set(step, nested);
            }
            return (ObjectNode) nested;
        }
    }

    private Grid() {}

    static List<Variant> of(Map<String, List<JsonNode>> grid, ObjectNode base, Bounds bounds) {
        check(grid, bounds.maxima().of(ExperimentSpec.JOBS_LIMIT, ExperimentSpec.MOST_JOBS));
        var label = Naming.of(grid.keySet());
        var names = new HashSet<String>();
        var variants = new ArrayList<Variant>();
        for (var combination : combinations(grid)) {
            var job = base;
            var name = new ArrayList<String>();
            for (var setting : combination) {
                job = Merging.merged(job, setting.otherwise());
                name.add(label.labelled(setting.path(), setting.value()));
            }
            if (!names.add(String.join(", ", name))) {
                throw new InvalidSpecException("/" + GRID, "The grid has " + String.join(", ", name) + " twice");
            }
            variants.add(Variant.of(String.join(", ", name), job, origin(combination), bounds));
        }
        return variants;
    }

    private static void check(Map<String, List<JsonNode>> grid, long most) {
        long jobs = 1;
        for (var axis : grid.entrySet()) {
            var place = Violation.pointer(GRID, axis.getKey());
            if (steps(axis.getKey()).contains("")) {
                throw new InvalidSpecException(place, "A path is made of names with dots between them");
            }
            if (axis.getValue().isEmpty()) {
                throw new InvalidSpecException(place, "There must be at least 1 value");
            }
            if (axis.getKey().equals("name")) {
                throw new InvalidSpecException(place, "The jobs of a grid are named after their values");
            }
            jobs = Math.min(Integer.MAX_VALUE, jobs * axis.getValue().size());
        }
        if (jobs > most) {
            throw new InvalidSpecException(
                    "/" + GRID,
                    "The grid has %,d combinations; an experiment has at most %d jobs".formatted(jobs, most));
        }
    }

    private static List<List<Setting>> combinations(Map<String, List<JsonNode>> grid) {
        var combinations = List.of(List.<Setting>of());
        for (var axis : grid.entrySet()) {
            var longer = new ArrayList<List<Setting>>();
            for (var combination : combinations) {
                for (int i = 0; i < axis.getValue().size(); i++) {
                    var one = new ArrayList<>(combination);
                    one.add(new Setting(axis.getKey(), i, axis.getValue().get(i)));
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /// The last setting that has a place inside it, else the first that lies inside the place, else the base.
    private static UnaryOperator<String> origin(List<Setting> combination) {
        return pointer -> {
            for (var setting : combination.reversed()) {
                var place = Violation.pointer(steps(setting.path()).toArray());
                if (isWithin(place, pointer)) {
                    return Violation.pointer(GRID, setting.path(), setting.index()) + pointer.substring(place.length());
                }
                if (!pointer.isEmpty() && isWithin(pointer, place)) {
                    return Violation.pointer(GRID, setting.path());
                }
            }
            return "/base" + pointer;
        };
    }

    private static boolean isWithin(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\.", -1));
    }
}
