package io.chainrule.service.job;

import io.chainrule.ChainruleApplication;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The service on a machine whose clock is wrong by the setting [#SHIFT].
public final class ShiftedService {

    /// A duration as `PT10M`.
    public static final String SHIFT = "faults.clock-shift";

    private ShiftedService() {}

    static void main(String[] arguments) {
        var service = new SpringApplication(ChainruleApplication.class);
        service.addInitializers(ShiftedService::shift);
        service.run(arguments);
    }

    private static void shift(ConfigurableApplicationContext context) {
        var wrong =
                Clock.offset(Clock.systemUTC(), context.getEnvironment().getRequiredProperty(SHIFT, Duration.class));
        var beans = context.getBeanFactory();
        beans.addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DatabaseClock ? new DatabaseClock(beans.getBean(DataSource.class), wrong) : bean;
            }
        });
    }
}
