package io.chainrule.service.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.LossSpec;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What ONNX Runtime makes of an exported model, on a thousand random rows, beside what the model itself says.
class OnnxModelTest {

    private static final int ROWS = 1000;
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private final RandomStream random = RandomStream.of(3, "test");

    /// A category and two numbers of different size, with gaps, and both kinds of target.
    private static Dataset mixed() {
        var random = RandomStream.of(1, "mixed");
        var columns = new LinkedHashMap<String, List<?>>();
        var x = new ArrayList<Double>();
        var z = new ArrayList<Double>();
        var colour = new ArrayList<String>();
        var label = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            x.add(3 * random.nextNormal());
            z.add(i % 17 == 0 ? null : 1000 + 50 * random.nextNormal());
            colour.add(COLOURS.get(random.nextInt(3)));
            label.add(x.get(i) > 0 ? "yes" : colour.get(i).equals("red") ? "no" : "perhaps");
        }
        columns.put("x", x);
        columns.put("value", z);
        columns.put("colour", colour);
        columns.put("label", label);
        return Specs.dataset(columns);
    }

    private static Model trained(Specs specs, Dataset dataset) {
        var run = TrainingRun.of(specs.epochs(15).build(), dataset);
        while (!run.isFinished()) {
            run.next();
        }
        return run.model();
    }

    private static Specs onMixed(ModelSpec model) {
        return Specs.linear()
                .model(model)
                .sgd(0.05)
                .standardize()
                .missing(io.chainrule.learning.dataset.MissingValues.MEAN);
    }

    static List<LayerSpec> layers() {
        return List.of(
                new LayerSpec.Relu(),
                new LayerSpec.LeakyRelu(),
                new LayerSpec.Elu(),
                new LayerSpec.Selu(),
                new LayerSpec.Silu(),
                new LayerSpec.Tanh(),
                new LayerSpec.Sigmoid(),
                new LayerSpec.Softplus(),
                new LayerSpec.BatchNorm(0.1, 1e-5),
                new LayerSpec.Dropout(0.2),
                new LayerSpec.Dense(4));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layersAgreeInBothPrecisions(LayerSpec layer) throws OrtException {
        var model = new ModelSpec.Layers(List.of(new LayerSpec.Dense(8), layer, new LayerSpec.Dense(6), layer));
        var trained = trained(onMixed(model).batchSize(40), mixed());
        assertAgreement(trained, Precision.FLOAT32, 1e-5);
        assertAgreement(trained, Precision.FLOAT64, 1e-12);
    }

    @Test
    void linearModelsAgree() throws OrtException {
        assertAgreement(trained(onMixed(new ModelSpec.Linear()), mixed()), Precision.FLOAT64, 1e-12);
    }

    @Test
    void oneLogitBecomesTwoProbabilities() throws OrtException {
        var binary = Specs.linear().loss(new LossSpec.BinaryCrossEntropy());
        assertAgreement(trained(binary, Specs.sample("two-clouds", "label")), Precision.FLOAT64, 1e-12);
    }

    @Test
    void valuesAndTheirExponentialsAgree() throws OrtException {
        var columns = new LinkedHashMap<String, List<Double>>();
        columns.put("x", List.of(0.0, 1.0, 2.0, 3.0));
        columns.put("count", List.of(1.0, 2.0, 4.5, 9.0));
        for (var loss : List.of(new LossSpec.SquaredError(), new LossSpec.Poisson())) {
            assertAgreement(
                    trained(Specs.linear().sgd(0.01).loss(loss), Specs.dataset(columns)), Precision.FLOAT64, 1e-12);
        }
    }

    @Test
    void severalTargetsAreColumnsOfOneOutput() throws OrtException, InvalidProtocolBufferException {
        var numbers = onMixed(new ModelSpec.Mlp(List.of(8), Activation.TANH)).target("value", "x");
        var model = trained(numbers.features("colour", "label"), mixed());
        assertAgreement(model, Precision.FLOAT32, 1e-3);
        assertAgreement(model, Precision.FLOAT64, 1e-10);
        var outputs = ModelProto.parseFrom(OnnxModel.of(model, "model", Precision.FLOAT32))
                .getGraph()
                .getOutputList();
        assertThat(outputs)
                .singleElement()
                .satisfies(output -> assertThat(output.getType()
                                .getTensorType()
                                .getShape()
                                .getDim(1)
                                .getDimValue())
                        .isEqualTo(2));
    }

    @Test
    void geluIsExportedInSinglePrecisionOnly() throws OrtException {
        var model =
                trained(onMixed(new ModelSpec.Layers(List.of(new LayerSpec.Dense(5), new LayerSpec.Gelu()))), mixed());
        assertAgreement(model, Precision.FLOAT32, 1e-5);
        assertThatThrownBy(() -> OnnxModel.of(model, "model", Precision.FLOAT64))
                .isInstanceOf(NotExportableException.class)
                .hasMessageContaining("gelu");
    }

    @Test
    void sameModelIsTheSameFile() {
        var model = trained(Specs.mlp(3), Specs.sample("two-clouds", "label"));
        assertThat(OnnxModel.of(model, "m", Precision.FLOAT32)).isEqualTo(OnnxModel.of(model, "m", Precision.FLOAT32));
    }

    private void assertAgreement(Model model, Precision precision, double tolerance) throws OrtException {
        var rows = rows(model);
        var expected = model.outputs(model.encoding().encode(rows));
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(OnnxModel.of(model, "model", precision))) {
            var inputs = new HashMap<String, OnnxTensor>();
            for (var name : session.getInputNames()) {
                inputs.put(name, column(environment, rows, name, precision));
            }
            try (var result = session.run(inputs)) {
                assertValues(result, model, expected.predictions().values(), tolerance);
            }
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static void assertValues(OrtSession.Result result, Model model, double[] expected, double tolerance)
            throws OrtException {
        var isClassification = !model.classes().isEmpty();
        var predicted = result.get(isClassification ? "probabilities" : "value")
                .or(() -> result.get("predicted_value"))
                .orElseThrow()
                .getValue();
        int columns = expected.length / ROWS;
        for (int row = 0; row < ROWS; row++) {
            for (int k = 0; k < columns; k++) {
                double value =
                        predicted instanceof float[][] single ? single[row][k] : ((double[][]) predicted)[row][k];
                assertThat(value)
                        .as("row %d, output %d", row, k)
                        .isCloseTo(expected[row * columns + k], within(tolerance));
            }
        }
        if (isClassification) {
            var labels = (String[]) result.get("label").orElseThrow().getValue();
            for (int row = 0; row < ROWS; row++) {
                int best = model.classes().indexOf(labels[row]);
                for (int k = 0; k < columns; k++) {
                    assertThat(expected[row * columns + best])
                            .isGreaterThanOrEqualTo(expected[row * columns + k] - tolerance);
                }
            }
        }
    }

    private List<Map<String, Object>> rows(Model model) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int row = 0; row < ROWS; row++) {
            var values = new LinkedHashMap<String, Object>();
            for (var name : model.encoding().featureNames()) {
                values.put(
                        name,
                        switch (name) {
                            case "label" -> "yes";
                            case "colour" -> COLOURS.get(random.nextInt(3));
                            case "value" -> 1000 + 80 * random.nextNormal();
                            default -> 3 * random.nextNormal();
                        });
            }
            rows.add(values);
        }
        return rows;
    }

    private static OnnxTensor column(
            OrtEnvironment environment, List<Map<String, Object>> rows, String name, Precision precision)
            throws OrtException {
        long[] shape = {ROWS, 1};
        var values = rows.stream().map(row -> row.get(name)).toList();
        if (values.getFirst() instanceof String) {
            return OnnxTensor.createTensor(environment, values.toArray(String[]::new), shape);
        }
        var numbers = values.stream().mapToDouble(value -> (double) value).toArray();
        if (precision == Precision.FLOAT64) {
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), shape);
        }
        var single = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            single[i] = (float) numbers[i];
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(single), shape);
    }
}
