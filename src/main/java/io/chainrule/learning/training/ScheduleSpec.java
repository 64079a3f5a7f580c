package io.chainrule.learning.training;

import io.chainrule.engine.expression.Expression;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// How the learning rate changes from epoch to epoch. The first epoch is number 1.
public sealed interface ScheduleSpec {

    @Choice(value = "constant", help = "The optimizer's learning rate throughout")
    record Constant() implements ScheduleSpec {}

    @Choice(value = "step", help = "Times a factor after every so many epochs")
    record Step(
            @Setting(help = "Epochs between two changes", min = 1, example = "50")
            int every,

            @Setting(help = "What the rate is multiplied by", byDefault = "0.1", above = 0, max = 1)
            double factor)
            implements ScheduleSpec {

        public Step {
            Settings.require(Step.class, every, factor);
        }
    }

    @Choice(value = "exponential", help = "Times a factor after every epoch")
    record Exponential(
            @Setting(help = "What the rate is multiplied by", above = 0, max = 1, example = "0.99")
            double factor) implements ScheduleSpec {

        public Exponential {
            Settings.require(Exponential.class, factor);
        }
    }

    /// Half a wave down: floor + (rate − floor)·(1 + cos(π·(epoch − 1)/epochs))/2 (Loshchilov and Hutter 2017).
    @Choice(value = "cosine", help = "Half a cosine wave from the learning rate down to a floor")
    record Cosine(
            @Setting(help = "Where it would end", byDefault = "0", min = 0)
            double floor) implements ScheduleSpec {

        public Cosine {
            Settings.require(Cosine.class, floor);
        }
    }

    @Choice(value = "warmup", help = "Grows in equal steps during the first epochs, then stays")
    record Warmup(
            @Setting(help = "The epoch that first has the whole rate", min = 1, example = "10")
            int epochs) implements ScheduleSpec {

        public Warmup {
            Settings.require(Warmup.class, epochs);
        }
    }

    @Choice(value = "plateau", help = "Times a factor whenever the loss has not improved for some epochs")
    record Plateau(
            @Setting(help = "Epochs without a better validation loss, or training loss", min = 1, byDefault = "10")
            int patience,

            @Setting(help = "What the rate is multiplied by", byDefault = "0.1", above = 0, max = 1)
            double factor)
            implements ScheduleSpec {

        public Plateau {
            Settings.require(Plateau.class, patience, factor);
        }
    }

    @Choice(value = "expression", help = "Any expression of the epoch")
    record ByFormula(
            @Setting(help = "The rate, of the variables epoch and epochs", example = "\"0.1/(1+0.01*epoch)\"")
            Expression expression)
            implements ScheduleSpec {

        private static final List<String> VARIABLES = List.of("epoch", "epochs");

        public ByFormula {
            Settings.require(ByFormula.class, expression);
            expression.variables().stream()
                    .filter(name -> !VARIABLES.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new InvalidSpecException(
                                "/expression", "A learning rate is made of epoch and epochs, but this one has " + name);
                    });
        }
    }

    /// The rate through a run.
    ///
    /// @param rate the optimizer's
    /// @throws InvalidSpecException if it would be no number, or negative
    default LearningRate start(double rate, int epochs) {
        return switch (this) {
            case Constant _ -> LearningRate.of(_ -> rate);
            case Step(int every, double factor) ->
                LearningRate.of(epoch -> rate * StrictMath.pow(factor, Math.floorDiv(epoch - 1, every)));
            case Exponential(double factor) -> LearningRate.of(epoch -> rate * StrictMath.pow(factor, epoch - 1.0));
            case Cosine(double floor) ->
                LearningRate.of(
                        epoch -> floor + (rate - floor) * (1 + StrictMath.cos(Math.PI * (epoch - 1) / epochs)) / 2);
            case Warmup(int whole) -> LearningRate.of(epoch -> rate * Math.min(1, (double) epoch / whole));
            case Plateau plateau -> new PlateauRate(plateau, rate);
            case ByFormula(var expression) -> ExpressionRate.of(expression, epochs);
        };
    }
}
