package io.chainrule.service.job;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/// Datasets and specifications for tests.
public final class Examples {

    private Examples() {}

    /// Two classes on either side of x1 = x2, and a category.
    public static Dataset twoSides(String name) {
        return csv(name, """
                x1,x2,shade,label
                0,1,dark,blue
                1,2.5,light,blue
                -1,1,dark,blue
                2,3,,blue
                1,0,light,red
                3,1,dark,red
                2,-1,dark,red
                0.5,-2,light,red
                """);
    }

    /// Numbers that no learning rate above 1 can bear.
    public static Dataset steep(String name) {
        return csv(name, "x,y\n1000,0.5\n-2000,1.5\n3000,-2.5\n");
    }

    public static TrainingSpec spec(String json) {
        return SpecReader.read(JsonMapper.builder().build().readTree(json), TrainingSpec.class);
    }

    public static TrainingSpec spec(String dataset, int epochs) {
        return spec("""
                {"name": "two sides", "dataset": "%s", "features": ["x1", "x2"], "epochs": %d, "seed": 42,
                 "optimizer": {"type": "sgd", "learningRate": 0.5}, "tags": {"owner": "ada"}}
                """.formatted(dataset, epochs));
    }

    private static Dataset csv(String name, String text) {
        try {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return Csv.read(bytes, DatasetSpec.named(name), DatasetLimits.standard());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
