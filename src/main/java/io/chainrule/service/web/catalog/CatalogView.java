package io.chainrule.service.web.catalog;

import io.chainrule.learning.dataset.generator.GeneratorSpec;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.training.LossSpec;
import io.chainrule.learning.training.ScheduleSpec;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import io.chainrule.service.web.catalog.FunctionCatalogView.ConstantView;
import io.chainrule.service.web.catalog.FunctionCatalogView.FunctionView;
import java.util.List;

/// Everything that can be written and chosen.
///
/// @param trainingJob the settings of a training job; what its choices can be set to is in the lists of their kind
/// @param optimizers all of them; those that train models are the choices of the training job
/// @param initializers how weights start
/// @param generators recipes for examples
public record CatalogView(
        List<FunctionView> functions,
        List<FunctionView> operators,
        List<ConstantView> constants,
        List<ParameterView> trainingJob,
        List<ChoiceView> models,
        List<ChoiceView> layers,
        List<ChoiceView> activations,
        List<ChoiceView> losses,
        List<ChoiceView> optimizers,
        List<ChoiceView> schedules,
        List<ChoiceView> initializers,
        List<ChoiceView> generators,
        List<LimitView> limits) {

    public static CatalogView of(FunctionCatalogView functions, List<LimitView> limits, Maxima maxima) {
        return new CatalogView(
                functions.functions(),
                functions.operators(),
                functions.constants(),
                ParameterView.of(TrainingSpec.class, maxima),
                ChoiceView.of(ModelSpec.class, maxima),
                ChoiceView.of(LayerSpec.class, maxima),
                ChoiceView.of(Activation.class, maxima),
                ChoiceView.of(LossSpec.class, maxima),
                ChoiceView.of(OptimizerSpec.class, maxima),
                ChoiceView.of(ScheduleSpec.class, maxima),
                ChoiceView.of(Initialization.Weights.class, maxima),
                ChoiceView.of(GeneratorSpec.class, maxima),
                limits);
    }
}
