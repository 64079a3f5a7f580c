package io.chainrule.faults;

import io.chainrule.ChainruleApplication;
import io.chainrule.learning.training.Checkpoint;
import io.chainrule.service.job.Checkpoints;
import io.chainrule.service.job.TrainingJobStore;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The service, but its process dies whenever it begins to train a job with the tag `poison`.
final class PoisonedService {

    static final String POISON = "poison";

    private PoisonedService() {}

    static void main(String[] arguments) {
        var service = new SpringApplication(ChainruleApplication.class);
        service.addInitializers(PoisonedService::poison);
        service.run(arguments);
    }

    static void poison(ConfigurableApplicationContext context) {
        var beans = context.getBeanFactory();
        beans.addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Checkpoints checkpoints
                        ? new Poisoned(checkpoints, () -> beans.getBean(TrainingJobStore.class))
                        : bean;
            }
        });
    }

    private record Poisoned(Checkpoints checkpoints, Supplier<TrainingJobStore> jobs) implements Checkpoints {

        @Override
        public void save(String job, Checkpoint checkpoint) {
            checkpoints.save(job, checkpoint);
        }

        @Override
        public Optional<Checkpoint> find(String job) {
            if (jobs.get().find(job).orElseThrow().spec().tags().containsKey(POISON)) {
                Runtime.getRuntime().halt(137);
            }
            return checkpoints.find(job);
        }
    }
}
