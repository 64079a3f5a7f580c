package io.chainrule.service.job;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Lets the service run as on a machine whose clock is wrong by the setting [#SHIFT].
public final class ShiftedClock implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// A duration as `PT10M`.
    public static final String SHIFT = "faults.clock-shift";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
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
