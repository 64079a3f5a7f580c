package io.chainrule.service.store;

import io.chainrule.learning.dataset.Encoding;
import io.chainrule.learning.model.FeatureProfile;
import io.chainrule.learning.model.Link;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.model.Uncertainty;
import io.chainrule.service.json.SpecReader;
import io.chainrule.service.json.SpecWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// All of a model but its parameters, as JSON text.
final class ModelDescription {

    private static final String UNCERTAINTY = "uncertainty";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ModelDescription() {}

    static String write(Model model) {
        var description = NODES.objectNode();
        description.set("spec", SpecWriter.write(model.spec()));
        description.put("link", model.link().name());
        description.set("encoding", SpecWriter.write(model.encoding()));
        var features = description.putArray("features");
        model.features().forEach(feature -> features.add(write(feature)));
        if (model.uncertainty() != null) {
            description.set(UNCERTAINTY, SpecWriter.write(model.uncertainty()));
        }
        return description.toString();
    }

    static Model read(String text, byte[] parameters) {
        var description = Json.read(text);
        var spec = SpecReader.read(description.get("spec"), ModelSpec.class);
        var encoding = SpecReader.read(description.get("encoding"), Encoding.class);
        var link = Link.valueOf(description.get("link").stringValue());
        var network = new Network(spec, encoding.width(), link.outputs(encoding.outputs()));
        return new Model(
                spec,
                link,
                encoding,
                description
                        .get("features")
                        .valueStream()
                        .map(ModelDescription::readFeature)
                        .toList(),
                network.shaped().withBytes(parameters),
                description.has(UNCERTAINTY) ? SpecReader.read(description.get(UNCERTAINTY), Uncertainty.class) : null);
    }

    private static ObjectNode write(FeatureProfile feature) {
        var object = NODES.objectNode().put("name", feature.name());
        switch (feature) {
            case FeatureProfile.Numbers numbers ->
                object.put("min", numbers.min()).put("max", numbers.max()).put("median", numbers.median());
            case FeatureProfile.Categories categories -> {
                var array = object.put("mode", categories.mode()).putArray("categories");
                categories.categories().forEach(array::add);
            }
        }
        return object;
    }

    private static FeatureProfile readFeature(JsonNode feature) {
        var name = feature.get("name").stringValue();
        return feature.has("mode")
                ? new FeatureProfile.Categories(
                        name,
                        texts(feature.get("categories")),
                        feature.get("mode").stringValue())
                : new FeatureProfile.Numbers(
                        name,
                        feature.get("min").doubleValue(),
                        feature.get("max").doubleValue(),
                        feature.get("median").doubleValue());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
