package io.chainrule.service.store;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.Metric;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import io.chainrule.service.json.SpecWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is kept as JSON text: small things of which no query asks for a part.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String EPOCH = "epoch";

    private Json() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static String write(TrainingSpec spec) {
        return SpecWriter.write(spec).toString();
    }

    static TrainingSpec readSpec(String text) {
        return SpecReader.read(read(text), TrainingSpec.class);
    }

    static String write(List<String> warnings) {
        var array = NODES.arrayNode();
        warnings.forEach(array::add);
        return array.toString();
    }

    static List<String> readWarnings(String text) {
        return read(text).valueStream().map(JsonNode::stringValue).toList();
    }

    /// The empty text stands for none.
    static String write(@Nullable Epoch epoch) {
        if (epoch == null) {
            return "";
        }
        var object = object().put(EPOCH, epoch.number());
        for (var metric : epoch.metrics()) {
            double value = epoch.value(metric);
            if (Double.isFinite(value)) {
                object.put(metric.key(), value);
            } else {
                object.put(metric.key(), Double.toString(value));
            }
        }
        return object.toString();
    }

    static @Nullable Epoch readEpoch(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var object = read(text);
        var metrics = new ArrayList<Metric>();
        var values = new ArrayList<Double>();
        for (var property : object.properties()) {
            if (!property.getKey().equals(EPOCH)) {
                metrics.add(Metrics.ofKey(property.getKey()));
                var value = property.getValue();
                values.add(value.isString() ? Double.parseDouble(value.stringValue()) : value.doubleValue());
            }
        }
        return new Epoch(
                object.get(EPOCH).intValue(),
                metrics,
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
